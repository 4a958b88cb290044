import { expect, test } from "vitest";
import type { Analysis } from "../../src/analysis/analysis.ts";
import { type GateConfig, defaultGateConfig } from "../../src/gate/gate-config.ts";
import { judgeGate } from "../../src/gate/judge-gate.ts";
import { analysisOf } from "../publish/github-setting.ts";

const config: GateConfig = {
  ...defaultGateConfig,
  commands: { review: "r", waive: "w", changeset: "c" },
  checks: [{ name: "fresh", title: "Fresh.", otherwise: "Stale.", run: ["x"], mend: "g" }],
};

const commit = "c".repeat(40);
const passed = [{ name: "fresh", passed: true, output: "" }];

function withReview(
  kind: "breaking" | "compatible" | "untouched",
  change: (review: Extract<Analysis["outcome"], { kind: "reviewed" }>["review"]) => object,
): Analysis {
  const analysis = analysisOf(commit, kind, { checks: passed });
  if (analysis.outcome.kind !== "reviewed") return analysis;
  const { review } = analysis.outcome;
  return { ...analysis, outcome: { kind: "reviewed", review: { ...review, ...change(review) } } };
}

const changesets = (needed: string, declared: string, isEnough: boolean): object => ({
  changesets: { needed, isEnough, packages: [{ name: "p", declared, isEnough }] },
});

const problem = { message: "m", file: "f", line: 1, column: 2 };

const rows: readonly {
  readonly name: string;
  readonly given: Analysis;
  /** What is open, with the command that mends it. */
  readonly want: readonly string[];
}[] = [
  {
    name: "nothing is open where nothing changed",
    given: analysisOf(commit, "untouched", { checks: passed }),
    want: [],
  },
  {
    name: "a break waits for a waiver",
    given: analysisOf(commit, "breaking", { checks: passed }),
    want: ["waivers: w"],
  },
  {
    name: "a break that is waived waits for nothing but its changeset",
    given: withReview("breaking", ({ comparisons }) => ({
      comparisons: comparisons.map((comparison) => ({
        ...comparison,
        findings: comparison.findings.map((finding) => ({
          ...finding,
          bump: "none",
          waiver: { reason: "r", owner: "o", expires: "2027-01-31", mutedBump: "major" },
        })),
      })),
      ...changesets("major", "minor", false),
    })),
    want: ["changeset: c"],
  },
  {
    name: "what is undecided waits like a break",
    given: withReview("breaking", ({ comparisons }) => ({
      comparisons: comparisons.map((comparison) => ({
        ...comparison,
        findings: comparison.findings.map((finding) => ({ ...finding, answer: "undecided" })),
      })),
    })),
    want: ["waivers: w"],
  },
  {
    name: "a compatible change waits for its changeset",
    given: withReview("compatible", () => changesets("minor", "none", false)),
    want: ["changeset: c"],
  },
  {
    name: "a changeset of more than the verdict is enough",
    given: withReview("compatible", () => changesets("minor", "major", true)),
    want: [],
  },
  {
    name: "a problem of the document is told",
    given: analysisOf(commit, "untouched", {
      checks: passed,
      problems: [{ ...problem, code: "unknown-field" }],
    }),
    want: ["document-lint: r"],
  },
  {
    name: "an example that does not fit is told",
    given: analysisOf(commit, "untouched", {
      checks: passed,
      problems: [{ ...problem, code: "example-mismatch" }],
    }),
    want: ["examples: r"],
  },
  {
    name: "a check that failed is told",
    given: analysisOf(commit, "untouched", {
      checks: [{ name: "fresh", passed: false, output: "old" }],
    }),
    want: ["fresh: g"],
  },
  {
    name: "a check that did not run has not passed",
    given: analysisOf(commit, "untouched", {
      checks: [{ name: "another", passed: true, output: "" }],
    }),
    want: ["fresh: g"],
  },
  {
    name: "without a verdict nothing else is claimed",
    given: { ...analysisOf(commit, "untouched"), outcome: { kind: "unreadable", output: "x" } },
    want: ["document-readable: r", "fresh: r"],
  },
  {
    name: "a check that failed on a wrong document waits for the document",
    given: analysisOf(commit, "untouched", {
      checks: [{ name: "fresh", passed: false, output: "old" }],
      problems: [{ ...problem, code: "example-mismatch" }],
    }),
    want: ["examples: r", "fresh: r"],
  },
];

test.each(rows)("$name", ({ given, want }) => {
  const gate = judgeGate(given, config);
  const open = gate.conditions.filter((condition) => !condition.passed);
  expect(open.map(({ name, mend }) => `${name}: ${mend?.command ?? ""}`)).toEqual(want);
  expect(gate.passed).toBe(want.length === 0);
});

test("a value that breaks two keywords is one value, told twice", () => {
  const code = "example-mismatch";
  const analysis = analysisOf(commit, "untouched", {
    checks: passed,
    problems: [
      { ...problem, code, message: "too short" },
      { ...problem, code, message: "no match" },
    ],
  });
  const { conditions } = judgeGate(analysis, config);
  expect(conditions.find(({ name }) => name === "examples")).toMatchObject({
    told: "1 value in the document does not fit its schema:",
    quoted: ["f:1:2 too short", "f:1:2 no match"],
  });
});
