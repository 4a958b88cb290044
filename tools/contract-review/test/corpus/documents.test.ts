import { describe, expect, it } from "vitest";
import { documentRows } from "./document-rows.ts";
import { reviewRow } from "./review-row.ts";

describe("two versions of a document", () => {
  it.each(documentRows)("$name", async ({ given, want }) => {
    const { bump, findings } = await reviewRow(given);
    const { causes = want.bump === "none" ? 0 : 1 } = want;
    expect({ bump, causes: findings.length, undecided: undecided(findings) }).toEqual({
      bump: want.bump,
      causes,
      undecided: [],
    });
  });
});

function undecided(findings: Awaited<ReturnType<typeof reviewRow>>["findings"]): readonly string[] {
  return findings.flatMap(({ answer, ruleId }) => (answer === "undecided" ? [ruleId] : []));
}
