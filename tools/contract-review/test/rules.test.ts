import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { witnessText } from "../src/report/witness-text.ts";
import { reviewContracts } from "../src/review-contracts.ts";
import { defaultConfig } from "../src/verdict/config.ts";
import type { Finding, SourcePosition } from "../src/verdict/finding.ts";
import { loadFixture } from "./load-fixture.ts";

const rules = join(import.meta.dirname, "rules");

/** Every rule: an edit, the same edit undone, and what looks like it and breaks nothing. */
const rows = readdirSync(rules).flatMap((rule) => {
  const file = (name: string): string => join(rules, rule, `${name}.yaml`);
  return [
    { name: `${rule}, forward`, given: ["base", "head"], want: "forward" },
    { name: `${rule}, backward`, given: ["head", "base"], want: "backward" },
    { name: `${rule}, its harmless twin`, given: ["base", "twin"], want: "twin" },
  ]
    .map(({ name, given: [base = "", head = ""], want }) => ({
      name,
      given: { base: file(base), head: file(head) },
      want: join(rules, rule, `${want}.json`),
      isTwin: want === "twin",
    }))
    .filter(({ given }) => existsSync(given.head));
});

describe("rules", () => {
  it.each(rows)("finds what $name changes, where it stands", async ({ given, want, isTwin }) => {
    const review = await reviewContracts({
      bases: [{ label: "base", document: loadFixture(given.base) }],
      head: { label: "head", document: loadFixture(given.head) },
      config: defaultConfig,
      waivers: [],
      today: "2026-11-22",
    });
    const [comparison] = review.comparisons;
    const told = { bump: review.bump, findings: comparison?.findings.map(summary) };
    // `UPDATE_RULES=1 pnpm test` writes what is found, for a person to read before it is wanted.
    if (process.env["UPDATE_RULES"] === "1") {
      writeFileSync(want, `${JSON.stringify(told, null, 2)}\n`);
    }
    expect(told).toEqual(JSON.parse(readFileSync(want, "utf8")));
    expect(isTwin ? broken(comparison?.findings ?? []) : []).toEqual([]);
  });
});

/** Rules of the wire that break; a twin breaks none. */
function broken(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ promise, answer }) => promise === "wire" && answer !== "compatible")
    .map(({ ruleId }) => ruleId);
}

function summary(finding: Finding): object {
  const { base, head, fingerprint, reason, producer, witness, ...rest } = finding;
  expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(reason).not.toBe("");
  expect(["base", "head", undefined]).toContain(producer);
  return {
    ...rest,
    base: positionText(base),
    head: positionText(head),
    ...(witness === undefined ? {} : { witness: witnessText(witness).split("\n") }),
  };
}

function positionText(position: SourcePosition | undefined): string {
  if (position === undefined) return "nowhere";
  return `${position.file}:${String(position.line)}:${String(position.column)}`;
}
