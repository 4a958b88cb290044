import { expect, test } from "vitest";
import { didYouMean, nearest } from "../src/nearest.ts";

const types = ["array", "boolean", "integer", "number", "object", "string"];

const rows: readonly { given: string; want: string | undefined }[] = [
  { given: "strnig", want: "string" },
  { given: "String", want: "string" },
  { given: "str", want: undefined },
  { given: "nubmer", want: "number" },
  { given: "bool", want: undefined },
  { given: "boolaen", want: "boolean" },
  { given: "", want: undefined },
  { given: "xyz", want: undefined },
  { given: "a".repeat(1000), want: undefined },
];

test.each(rows)("$given means $want", ({ given, want }) => {
  expect(nearest(given, types)).toBe(want);
});

test("the nearest of several is named", () => {
  expect(didYouMean("chanel", ["channels", "channel", "panel"])).toBe('Did you mean "channel"?');
  expect(didYouMean("zzz", types, "else")).toBe("else");
});
