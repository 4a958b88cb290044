import { describe, expect, it } from "vitest";
import { applicableResponse, exampleStatus, statusPartition } from "../../src/message/status.ts";

const map = (...statuses: readonly string[]): readonly { readonly status: string }[] =>
  statuses.map((status) => ({ status }));

describe("statusPartition", () => {
  it("respects codes, ranges and default of both maps", () => {
    expect(statusPartition(map("200", "default"), map("4XX", "404", "5xx"))).toEqual([
      "200",
      "404",
      "4XX",
      "5XX",
      "default",
    ]);
  });
});

describe("applicableResponse", () => {
  const responses = map("200", "4XX", "default");
  it.each([
    { name: "a code by itself", given: "200", want: "200" },
    { name: "a code by its range", given: "404", want: "4XX" },
    { name: "a code by default", given: "500", want: "default" },
    { name: "a range by itself", given: "4XX", want: "4XX" },
    { name: "a range by default", given: "5XX", want: "default" },
  ])("answers $name", ({ given, want }) => {
    expect(applicableResponse(responses, given)?.status).toBe(want);
  });

  it("answers nothing where nothing is declared", () => {
    expect(applicableResponse(map("200"), "404")).toBeUndefined();
  });
});

describe("exampleStatus", () => {
  it.each([
    { name: "a code", given: ["404", []], want: 404 },
    { name: "a range, beside its codes", given: ["4XX", ["400", "401"]], want: 402 },
    { name: "default", given: ["default", ["500"]], want: 501 },
  ] as const)("stands for $name", ({ given: [status, declared], want }) => {
    expect(exampleStatus(status, declared)).toBe(want);
  });
});
