import { expect, test } from "vitest";
import type { Analysis } from "../../src/analysis/analysis.ts";
import { renderComment } from "../../src/comment/render-comment.ts";
import { renderStale } from "../../src/comment/stale-comment.ts";
import { withMarker } from "../../src/comment/marker.ts";
import { judgeGate } from "../../src/gate/judge-gate.ts";
import { renderMarkdown } from "../inert.ts";
import { analysisOf, gate as config } from "../publish/github-setting.ts";

const commit = "c".repeat(40);

function manyFindings(count: number): Analysis {
  const analysis = analysisOf(commit, "breaking");
  if (analysis.outcome.kind !== "reviewed") return analysis;
  const { review } = analysis.outcome;
  return {
    ...analysis,
    outcome: {
      kind: "reviewed",
      review: {
        ...review,
        comparisons: review.comparisons.map((comparison) => ({
          ...comparison,
          findings: Array.from({ length: count }, () => comparison.findings).flat(),
        })),
      },
    },
  };
}

test("a comment that is too long is cut, says so, and leads to the rest", () => {
  const analysis = manyFindings(400);
  const text = renderComment(analysis, judgeGate(analysis, config), {
    serverUrl: "https://github.com",
    repository: "o/r",
    runUrl: "https://github.com/o/r/actions/runs/42",
  });
  const shown = text.match(/^#### /gm)?.length ?? 0;
  expect(shown).toBeGreaterThan(20);
  expect(text).toContain(`${String(400 - shown)} more findings do not fit`);
  expect(renderMarkdown(text).links).toContain("https://github.com/o/r/actions/runs/42#artifacts");
  const marked = withMarker(renderStale(text, commit), {
    name: "x".repeat(60),
    saidBreaking: true,
  });
  expect(marked.length).toBeLessThanOrEqual(65_536);
});

test("findings that the analysis left out are counted", () => {
  const analysis = { ...analysisOf(commit, "breaking"), omitted: 12 };
  expect(renderComment(analysis, judgeGate(analysis, config), undefined)).toContain(
    "**Left out:** 12 more findings",
  );
});
