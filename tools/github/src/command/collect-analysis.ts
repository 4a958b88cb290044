import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Review } from "@flex-channels/contract-review";
import { run } from "@flex-channels/contract-review/command";
import { loadDocument } from "@flex-channels/document";
import type { Analysis, CheckResult, Outcome, Problem } from "../analysis/analysis.ts";
import { parseReview } from "../analysis/parse-review.ts";
import type { Check } from "../gate/gate-config.ts";
import { configuredDocument } from "./configured-document.ts";
import { gitBytes } from "./git.ts";
import { runProgram } from "./run-program.ts";
import { taskOutput } from "./task-output.ts";
import { type Terminal, UsageError, exitStatus, recordingTerminal } from "./terminal.ts";

/** What is analysed, and what else is written on the way. */
export interface Collection {
  readonly root: string;
  readonly document: string | undefined;
  /** Git refs. None: the merge base with the main branch. */
  readonly bases: readonly string[];
  /** The commit that is checked out; nothing: the working tree. */
  readonly commit?: string;
  readonly pull?: number;
  readonly checks: readonly Check[];
  /** Further reports of the review, as `<format>=<file>`. */
  readonly outputs?: readonly string[];
}

/** Collects the facts; the checks run beside the review. */
export async function collectAnalysis(
  collection: Collection,
  terminal: Terminal,
): Promise<Analysis> {
  const { root, document, commit, pull } = collection;
  const running = Promise.all(collection.checks.map((check) => runCheck(check, root, terminal)));
  const outcome = await reviewOf(collection, terminal);
  const reviewed = outcome.kind === "reviewed" ? outcome.review : undefined;
  // A document without a verdict is looked at, too: what is wrong with it is shown at its lines.
  const file = reviewed?.head.file ?? document ?? (await configuredDocument(root));
  return {
    ...(commit === undefined ? {} : { commit }),
    ...(pull === undefined ? {} : { pull }),
    isTouched: reviewed === undefined || (await isTouched(root, reviewed)),
    outcome,
    omitted: 0,
    problems: file === undefined ? [] : await problemsOf(root, file),
    checks: await running,
  };
}

async function reviewOf(collection: Collection, terminal: Terminal): Promise<Outcome> {
  const { root, document, bases, commit, outputs = [] } = collection;
  const recorded = recordingTerminal({ ...terminal, cwd: root });
  const status = await run(
    [
      ...bases.flatMap((base) => ["--base", base]),
      ...(commit === undefined ? [] : ["--head", commit]),
      ...outputs.flatMap((output) => ["--output", output]),
      "--format=json",
      ...(document === undefined ? [] : ["--", document]),
    ],
    recorded.terminal,
  );
  switch (status) {
    case exitStatus.passed:
    case exitStatus.failed:
      return { kind: "reviewed", review: named(parseReview(JSON.parse(recorded.out()))) };
    case exitStatus.unreadable:
    // A waiver, a changeset or a configuration that cannot be read.
    case exitStatus.usage:
      return { kind: "unreadable", output: withoutHashes(recorded.err()) };
    default:
      throw new UsageError(`contract-review ended with ${String(status)}.`);
  }
}

/** Whoever reads it knows the commits by other names. */
function withoutHashes(output: string): string {
  return output.replaceAll(/\b([0-9a-f]{7})[0-9a-f]{33,57}\b/g, "$1");
}

/** A commit that was named by its hash is the merge base: nobody reads forty digits. */
function named(review: Review): Review {
  return {
    ...review,
    comparisons: review.comparisons.map((comparison) => {
      const { base } = comparison;
      return base.commit !== undefined && base.label === base.commit
        ? { ...comparison, base: { ...base, label: `merge base ${base.commit.slice(0, 7)}` } }
        : comparison;
    }),
  };
}

/** Whether text, place or meaning of the document differ from any base. */
async function isTouched(root: string, { head, comparisons }: Review): Promise<boolean> {
  if (comparisons.some(({ findings }) => findings.length > 0)) return true;
  const now = await readIfThere(join(root, head.file));
  for (const { base } of comparisons) {
    if (base.commit === undefined || base.file !== head.file) return true;
    const was = await gitBytes(root, ["cat-file", "blob", `${base.commit}:${base.file}`]);
    if (was === undefined || now === undefined || !was.equals(now)) return true;
  }
  return false;
}

/** What the document's own reader minds; a document that is gone has no problems. */
async function problemsOf(root: string, file: string): Promise<readonly Problem[]> {
  const bytes = await readIfThere(join(root, file));
  if (bytes === undefined) return [];
  const folder = dirname(join(root, file));
  const external = { allow: ["./"], read: (path: string) => readBeside(join(folder, path)) };
  return loadDocument({ file, bytes }, { external }).diagnostics.map(
    ({ code, message, file: where, range, expected, received }) => ({
      code,
      message: [
        message,
        ...(expected === undefined ? [] : [`expected ${expected}`]),
        ...(received === undefined ? [] : [`received ${received}`]),
      ].join("; "),
      file: where,
      line: range.start.line,
      column: range.start.column,
    }),
  );
}

async function runCheck(check: Check, root: string, { env }: Terminal): Promise<CheckResult> {
  const { status, output } = await runProgram(root, check.run, env);
  return {
    name: check.name,
    passed: status === 0,
    output: status === 0 ? "" : taskOutput(output, root),
  };
}

/** A file that the document refers to; its reader waits for nobody. */
function readBeside(path: string): Uint8Array | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
