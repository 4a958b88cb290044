import type { Finding } from "@flex-channels/contract-review";
import { describe, expect, test } from "vitest";
import { contractRoles } from "../../src/changelog/contract-roles.ts";
import { contractSection } from "../../src/changelog/contract-section.ts";

const finding: Finding = {
  ruleId: "response-source-missing",
  promise: "source",
  answer: "breaking",
  bump: "major",
  direction: "response",
  operations: ["fetchChannel"],
  instanceLocation: "/task_sid",
  witness: {
    kind: "compiler",
    code: "result.task_sid;",
    error: "TS2339: Property 'task_sid' does not exist on type 'Channel'.",
  },
  reason: "",
  dependsOnConvention: false,
  fingerprint: "0123456789abcdef",
};

const added: Finding = {
  ruleId: "response-body-property-added",
  promise: "wire",
  answer: "compatible",
  bump: "minor",
  direction: "response",
  operations: ["fetchChannel"],
  instanceLocation: "/200/body/application~1json/direction",
  reason: "",
  dependsOnConvention: true,
  fingerprint: "0123456789abcdee",
};

const carries = { kind: "carries" } as const;
const follows = { kind: "follows", sentence: "The mock answers so." } as const;
const change = (findings: readonly Finding[]) => ({
  since: "0.1.0",
  contractVersion: "1.0.0",
  findings,
});

describe("contractSection", () => {
  test("a document that did not change says nothing", () => {
    expect(contractSection(carries, change([]))).toBeUndefined();
  });

  test("it says what to do, quotes the compiler, and keeps what is safe apart", () => {
    expect(contractSection(carries, change([finding, added]))).toBe(
      [
        "### The contract since 0.1.0: breaking",
        "",
        "What you must do:",
        "",
        "- Code that reads `task_sid` of what `fetchChannel` returns no longer compiles. Remove what uses it. `TS2339: Property 'task_sid' does not exist on type 'Channel'.`",
        "",
        "Nothing to do for:",
        "",
        "- The response body of `200` at `direction` is a new property (`fetchChannel`).",
      ].join("\n"),
    );
  });

  test.each([
    {
      name: "an undecided finding is no proof",
      given: { ...finding, answer: "undecided" as const },
      want: /not proved to be compatible$/,
    },
    { name: "a grown contract is compatible", given: added, want: /compatible$/ },
    {
      name: "prose alone is documentation",
      given: { ...added, bump: "patch" as const },
      want: /documentation only$/,
    },
  ])("$name", ({ given, want }) => {
    expect(contractSection(carries, change([given]))?.split("\n")[0]).toMatch(want);
  });

  test("a package that only reads the contract says how much is asked, and where the list is", () => {
    expect(contractSection(follows, change([finding, added]))).toBe(
      "### The contract since 0.1.0: breaking\n\nThe mock answers so. It asks 1 thing of you, which the changelog of `@flex-channels/contract` 1.0.0 lists.",
    );
    expect(contractSection(follows, change([added]))).toBe(
      "### The contract since 0.1.0: compatible\n\nThe mock answers so. It asks nothing of you; the changelog of `@flex-channels/contract` 1.0.0 tells what changed.",
    );
  });

  test("a type that is written out is shortened, the member is not", () => {
    const type = `{ ${"account_sid: string | null; ".repeat(8)}}`;
    const error = `TS2339: Property 'task_sid' does not exist on type '${type}'.`;
    const given: Finding = { ...finding, witness: { kind: "compiler", code: "", error } };
    expect(contractSection(carries, change([given]))).toContain(
      "`TS2339: Property 'task_sid' does not exist on type '{ … }'.`",
    );
  });

  test("an error of several lines is its first", () => {
    const error =
      "TS2322: Type 'string | undefined' is not assignable to type 'string'.\n  Type 'undefined' is not assignable to type 'string'.";
    const given: Finding = { ...finding, witness: { kind: "compiler", code: "", error } };
    expect(contractSection(carries, change([given]))).toMatch(
      / `TS2322: Type 'string \| undefined' is not assignable to type 'string'\.`$/,
    );
  });

  test("a long list is cut, and says so", () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...finding,
      instanceLocation: `/p${String(index)}`,
    }));
    expect(contractSection(carries, change(many))).toMatch(/\n- and 20 more$/);
  });

  test("names and errors of a hostile document stay inside code spans and one line", () => {
    const evil = "`x`\n\n## 9.9.9\n\n<img src=x onerror=alert(1)> @everyone [a](javascript:b) ``";
    const text =
      contractSection(
        carries,
        change([
          {
            ...finding,
            operations: [evil],
            instanceLocation: `/${evil.replaceAll("/", "~1")}`,
            witness: { kind: "compiler", code: "", error: `TS2339: ${evil}` },
          },
        ]),
      ) ?? "";
    expect(text.split("\n").filter((line) => line.startsWith("#"))).toHaveLength(1);
    expect(text.split("\n")).toHaveLength(5);
    // Whatever stands outside of code spans is ours.
    const outside = text.replaceAll(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, "");
    expect(outside).not.toMatch(/[<@[]|everyone|javascript/);
  });

  test("every package that shows the contract has a role", () => {
    expect(Object.keys(contractRoles)).toEqual([
      "@flex-channels/contract",
      "@flex-channels/client",
      "@flex-channels/mock",
      "@flex-channels/cli",
    ]);
  });
});
