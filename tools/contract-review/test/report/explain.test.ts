import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explainRule, nearestRules } from "../../src/report/explain.ts";

const found = globSync("*/*.json", { cwd: join(import.meta.dirname, "../rules") }).flatMap((file) =>
  [
    ...readFileSync(join(import.meta.dirname, "../rules", file), "utf8").matchAll(
      /"ruleId": "([^"]+)"/g,
    ),
  ].map(([, ruleId = ""]) => ruleId),
);

describe("explainRule", () => {
  it("explains every rule that the rules' own tests find", () => {
    const rules = [...new Set(found)];
    expect(rules.length).toBeGreaterThan(80);
    expect(rules.filter((rule) => explainRule(rule) === undefined)).toEqual([]);
  });

  it.each([
    { name: "a part without a keyword", given: "request-query", want: "request-query-type" },
    { name: "a part of no schema", given: "response-status", want: "response-status-added" },
    { name: "words", given: "document-schema", want: "document-schema-description" },
    { name: "a direction", given: "response", want: "status, header, body" },
    { name: "no such part", given: "request-nothing-x", want: "path, query, header" },
    { name: "a part of the other direction", given: "response-query-enum", want: "status, header" },
    { name: "anything else", given: "nonsense", want: "request-query-required" },
  ])("refuses $name and says what to write", ({ given, want }) => {
    expect(explainRule(given)).toBeUndefined();
    expect(nearestRules(given)).toContain(want);
  });
});
