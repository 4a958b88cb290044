import type { Bump, Finding, Review } from "@flex-channels/contract-review";
import { exampleCodes } from "./example-codes.ts";
import type { Analysis, Problem } from "../analysis/analysis.ts";
import type { GateConfig } from "./gate-config.ts";

/** One thing that must hold before a change may land. */
export interface Condition {
  readonly name: string;
  readonly passed: boolean;
  /** One sentence in our own words. */
  readonly told: string;
  /** What others wrote: names of findings, output of a command. To be shown as code. */
  readonly quoted: readonly string[];
  /** What to do, and the one command that does it or shows it; nothing where it holds. */
  readonly mend?: { readonly told: string; readonly command: string };
}

/** The conclusion from an analysis: every condition, and whether all of them hold. */
export interface Gate {
  readonly passed: boolean;
  readonly conditions: readonly Condition[];
  /** What a changeset must declare, where one is missing. */
  readonly missingChangeset?: { readonly packages: readonly string[]; readonly bump: Bump };
}

/**
 * Breaking or undecided findings need a waiver, any change of the contract a changeset of at least
 * the verdict; the document is clean, its examples fit, and the repository's own checks succeed. A
 * check that did not run has not succeeded.
 */
export function judgeGate(analysis: Analysis, config: GateConfig): Gate {
  const { outcome } = analysis;
  const missing = outcome.kind === "reviewed" ? missingChangeset(outcome.review) : undefined;
  const conditions = [
    ...(outcome.kind === "unreadable"
      ? [unreadable(outcome.output, config)]
      : judgeReview(outcome.review, analysis, config)),
    ...config.checks.map((check) => followed(succeeded(check, analysis), analysis, config)),
  ];
  return {
    passed: conditions.every(({ passed }) => passed),
    conditions,
    ...(missing === undefined ? {} : { missingChangeset: missing }),
  };
}

function judgeReview(
  review: Review,
  { problems }: Analysis,
  config: GateConfig,
): readonly Condition[] {
  return [
    waived(review, config),
    ...(review.changesets === undefined ? [] : [declared(review, config)]),
    lint(
      problems.filter(({ code }) => !exampleCodes.has(code)),
      config,
    ),
    examples(
      problems.filter(({ code }) => exampleCodes.has(code)),
      config,
    ),
  ];
}

/** Findings that nobody has answered for. */
export function openFindings({ comparisons }: Review): readonly Finding[] {
  return comparisons
    .flatMap(({ findings }) => findings)
    .filter(({ answer, waiver }) => answer !== "compatible" && waiver === undefined);
}

function unreadable(output: string, { commands }: GateConfig): Condition {
  return {
    name: "document-readable",
    passed: false,
    told: "There is no verdict: a document or a setting cannot be read.",
    quoted: [output],
    mend: { told: "Mend what is told, and look again with", command: commands.review },
  };
}

function waived(review: Review, { commands }: GateConfig): Condition {
  const prints = [...new Set(openFindings(review).map(({ fingerprint }) => fingerprint))];
  const name = "waivers";
  if (prints.length === 0) {
    return { name, passed: true, told: "Nothing breaks that is not waived.", quoted: [] };
  }
  return {
    name,
    passed: false,
    told: `${count(prints.length, "finding")} that may break somebody ${prints.length === 1 ? "has" : "have"} no waiver, which is a committed file that somebody else approves.`,
    quoted: [],
    mend: { told: "Waive it with", command: commands.waive },
  };
}

function missingChangeset({ changesets }: Review): Gate["missingChangeset"] {
  const missing = (changesets?.packages ?? []).filter(({ isEnough }) => !isEnough);
  if (changesets === undefined || missing.length === 0) return undefined;
  return { packages: missing.map(({ name }) => name), bump: changesets.needed };
}

function declared(review: Review, { commands }: GateConfig): Condition {
  const missing = missingChangeset(review);
  const needed = review.changesets?.needed ?? "none";
  const name = "changeset";
  if (missing === undefined) {
    const told = needed === "none" ? "No release is needed." : `A ${needed} release is declared.`;
    return { name, passed: true, told, quoted: [] };
  }
  return {
    name,
    passed: false,
    told: `No changeset declares the release that this needs, ${missing.bump}, for:`,
    quoted: missing.packages,
    mend: { told: "Write it with", command: commands.changeset },
  };
}

function lint(problems: readonly Problem[], config: GateConfig): Condition {
  const told =
    problems.length === 0
      ? "The document is clean."
      : `The document has ${count(problems.length, "problem")}:`;
  return { name: "document-lint", ...listed(problems, config), told };
}

function examples(problems: readonly Problem[], config: GateConfig): Condition {
  // A value may break several keywords of its schema.
  const values = new Set(
    problems.map(({ file, line, column }) => `${file}:${String(line)}:${String(column)}`),
  ).size;
  const told =
    values === 0
      ? "Its examples fit."
      : `${count(values, "value")} in the document ${values === 1 ? "does" : "do"} not fit ${values === 1 ? "its" : "their"} schema:`;
  return { name: "examples", ...listed(problems, config), told };
}

function listed(
  problems: readonly Problem[],
  { commands }: GateConfig,
): Pick<Condition, "passed" | "quoted" | "mend"> {
  if (problems.length === 0) return { passed: true, quoted: [] };
  return {
    passed: false,
    quoted: problems
      .slice(0, 10)
      .map(
        ({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} ${message}`,
      ),
    mend: { told: "Edit the document, and look again with", command: commands.review },
  };
}

function succeeded(
  { name, title, otherwise, mend }: GateConfig["checks"][number],
  { checks }: Analysis,
): Condition {
  const result = checks.find((check) => check.name === name);
  if (result?.passed === true) return { name, passed: true, told: title, quoted: [] };
  const output = result?.output.trim() ?? "";
  return {
    name,
    passed: false,
    told: result === undefined ? `${otherwise} (Its check did not run.)` : otherwise,
    quoted: output === "" ? [] : [output],
    mend: { told: "Mend it with", command: mend },
  };
}

/**
 * A check of a document that is wrong fails for that reason, or for another behind it, and its own
 * command mends neither: a generator refuses what it cannot read.
 */
function followed(
  condition: Condition,
  { outcome, problems }: Analysis,
  { commands }: GateConfig,
): Condition {
  if (condition.passed || (outcome.kind === "reviewed" && problems.length === 0)) return condition;
  return {
    ...condition,
    quoted: [],
    mend: { told: "Mend the document first, and look again with", command: commands.review },
  };
}

function count(number: number, word: string): string {
  return `${String(number)} ${word}${number === 1 ? "" : "s"}`;
}
