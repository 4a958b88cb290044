import { describe, expect, test } from "vitest";
import { evaluate, holds, parseOutputs } from "../../src/workflow/workflow.ts";

const values = { "runner.temp": "/t", "needs.pack.outputs.digest": "d0", "inputs.gate": "true" };

describe("evaluate", () => {
  test("expressions are replaced by their values, once", () => {
    expect(evaluate("a ${{ runner.temp }}/b ${{needs.pack.outputs.digest}}", values)).toBe(
      "a /t/b d0",
    );
    expect(evaluate("${{ a }}", { a: "${{ a }}" })).toBe("${{ a }}");
  });

  test.each(["${{ secrets.TOKEN }}", "${{ constructor }}"])(
    "%s has no value, which is no empty one",
    (text) => {
      expect(() => evaluate(text, values)).toThrow(/no value for/);
    },
  );
});

describe("holds", () => {
  test.each([
    { name: "no condition holds", given: undefined, want: true },
    { name: "an equal value holds", given: "inputs.gate == 'true'", want: true },
    { name: "another value does not", given: "inputs.gate == 'false'", want: false },
  ])("$name", ({ given, want }) => {
    expect(holds(given, values)).toBe(want);
  });

  test.each(["always()", "inputs.other == 'a'"])("%s is not guessed", (given) => {
    expect(() => holds(given, values)).toThrow(/cannot judge/);
  });
});

describe("parseOutputs", () => {
  test("a line is a name and a value, which may hold more equals signs", () => {
    expect(parseOutputs("a=1\nb=c=d\n")).toEqual({ a: "1", b: "c=d" });
  });

  test("a line without a name is refused", () => {
    expect(() => parseOutputs("nothing\n")).toThrow(/no output/);
  });
});
