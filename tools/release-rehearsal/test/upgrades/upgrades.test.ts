import { describe, expect, test } from "vitest";
import { describeErrors, readCompileErrors } from "../../src/upgrades/compile-error.ts";
import { contractEdits, editText } from "../../src/upgrades/contract-edits.ts";

describe("readCompileErrors", () => {
  test.each([
    {
      name: "a report's error",
      given: "TS2339: Property 'task_sid' does not exist on type '{ a: \"b\" }'.",
      want: [{ code: "TS2339", member: "task_sid" }],
    },
    {
      name: "the compiler's lines",
      given:
        "consumer.ts(3,4): error TS2339: Property 'a' does not exist on type 'B'.\n  more\nconsumer.ts(5,6): error TS18048: 'c.d' is possibly 'undefined'.\n",
      want: [
        { code: "TS2339", member: "a" },
        { code: "TS18048", member: "c.d" },
      ],
    },
    { name: "no error", given: "", want: [] },
  ])("$name is read by code and member", ({ given, want }) => {
    expect(readCompileErrors(given)).toEqual(want);
  });

  test("errors are told once each, in one order", () => {
    const one = { code: "TS1", member: "b" };
    expect(describeErrors([one, { code: "TS1", member: "a" }, one])).toBe("TS1 a, TS1 b");
    expect(describeErrors([])).toBe("none");
  });
});

describe("editText", () => {
  const edit = { file: "a", from: "x", to: "y" };
  test("a text is replaced where it stands", () => {
    expect(editText("1x2", edit)).toBe("1y2");
    expect(editText("xx", { ...edit, where: "everywhere" })).toBe("yy");
  });

  test.each([
    { name: "nowhere", given: "1" },
    { name: "twice", given: "xx" },
  ])("a text that stands $name is an error", ({ given }) => {
    expect(() => editText(given, edit)).toThrow(/expected once/);
  });

  test("every kind of release has its edit", () => {
    expect(contractEdits.map(({ bump }) => bump)).toEqual(["patch", "minor", "major"]);
  });
});
