import { describe, expect, test } from "vitest";
import { HeaderFields } from "../../src/undici/header-fields.ts";

/** As undici parses them; `Headers` of the same lines is the oracle. */
const given = {
  "x-two": ["a", "b"],
  "content-type": "application/json",
  "set-cookie": ["a=b", "c=d"],
  empty: "",
};
const oracle = new Headers([
  ["X-Two", "a"],
  ["X-Two", "b"],
  ["Content-Type", "application/json"],
  ["Set-Cookie", "a=b"],
  ["Set-Cookie", "c=d"],
  ["Empty", ""],
]);
const fields = new HeaderFields(given);

describe("header fields are read as Headers reads them", () => {
  test.each(["x-two", "X-TWO", "Content-Type", "set-cookie", "empty", "absent"])("%s", (name) => {
    expect(fields.get(name)).toBe(oracle.get(name));
  });

  test.each(["constructor", "__proto__", "toString"])(
    "%s, which every object has and no answer",
    (name) => {
      expect(fields.get(name)).toBeNull();
    },
  );

  test("all of them, in their order", () => {
    const all = (headers: Pick<Headers, "forEach"> | HeaderFields): readonly unknown[] => {
      const seen: unknown[] = [];
      headers.forEach((value: string, name: string) => seen.push([name, value]));
      return seen;
    };
    expect(all(fields)).toEqual(all(oracle));
  });
});
