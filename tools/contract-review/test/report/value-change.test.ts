import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json/json-value.ts";
import { valueChange } from "../../src/report/value-change.ts";

const names = Array.from({ length: 9 }, (_, index) => `property_${String(index)}`);

describe("valueChange", () => {
  it.each<{
    name: string;
    given: [JsonValue | undefined, JsonValue | undefined];
    want: [string, string?][];
  }>([
    {
      name: "short values whole",
      given: [["a", "b"], ["a"]],
      want: [
        ["was", '["a","b"]'],
        ["now", '["a"]'],
      ],
    },
    {
      name: "what left a long list",
      given: [names, names.filter((name) => name !== "property_4")],
      want: [["gone (of 9)", '"property_4"'], ["new (of 8)"]],
    },
    {
      name: "what came to a long list",
      given: [names, ["first", ...names, null]],
      want: [["gone (of 9)"], ["new (of 11)", '"first", null']],
    },
    {
      name: "a long list in another order whole",
      given: [names, names.toReversed()],
      want: [
        ["was", JSON.stringify(names)],
        ["now", JSON.stringify(names.toReversed())],
      ],
    },
    {
      name: "a long list of objects whole",
      given: [names.map((name) => ({ name })), []],
      want: [
        ["was", JSON.stringify(names.map((name) => ({ name })))],
        ["now", "[]"],
      ],
    },
    { name: "nothing as nothing", given: [undefined, 1], want: [["was"], ["now", "1"]] },
  ])("shows $name", ({ given: [was, now], want }) => {
    const shown = valueChange(was, now).map(({ title, text }) =>
      text === undefined ? [title] : [title, text],
    );
    expect(shown).toEqual(want);
  });
});
