import { describe, expect, it } from "vitest";
import { refactorings } from "./refactorings.ts";
import { reviewRow } from "./review-row.ts";

describe("a document written in other words", () => {
  it.each(refactorings)("$name", async ({ base, head, there, back = there }) => {
    const forward = await reviewRow({ base, head });
    const backward = await reviewRow({ base: head, head: base });
    expect({ there: told(forward), back: told(backward) }).toEqual({
      there: { bump: there, undecided: [] },
      back: { bump: back, undecided: [] },
    });
  });
});

function told({ bump, findings }: Awaited<ReturnType<typeof reviewRow>>) {
  return {
    bump,
    undecided: findings.flatMap(({ answer, ruleId }) => (answer === "undecided" ? [ruleId] : [])),
  };
}
