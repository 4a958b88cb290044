import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { changesetText } from "../report/changeset-text.ts";
import { reviewContracts } from "../review-contracts.ts";
import { highestBump } from "../verdict/bump.ts";
import { reportChangesets } from "../verdict/changeset.ts";
import { neededBump } from "../verdict/needed-bump.ts";
import { type ExitStatus, exitStatus } from "./exit-status.ts";
import { type VersionArguments, prepareReview } from "./prepare-review.ts";
import { changesetFolder, readChangesets } from "./read-changesets.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { writeWhole } from "./write-whole.ts";

export interface ChangesetArguments extends VersionArguments {
  readonly package: readonly string[];
}

/** `contract-review changeset`: writes the changeset that is missing, and nothing if none is. */
export async function changesetCommand(
  document: string | undefined,
  options: ChangesetArguments,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { request, settings } = await prepareReview(document, options, terminal);
  const packages = options.package.length > 0 ? options.package : settings.config.packages;
  if (packages.length === 0) {
    throw new UsageError(
      "Which packages carry the contract? Give --package <name>, or list them under `packages` in contract-review.yaml.",
    );
  }
  const { comparisons } = await reviewContracts(request);
  const findings = comparisons.flatMap((comparison) => comparison.findings);
  const needed = highestBump(comparisons.map((comparison) => neededBump(comparison.findings)));
  if (needed === "none") {
    terminal.out("The contract needs no release: no changeset is missing.\n");
    return exitStatus.passed;
  }
  const report = reportChangesets(await readChangesets(terminal.cwd), packages, needed);
  if (report.isEnough) {
    terminal.out(`The pending changesets declare ${needed} already: no changeset is missing.\n`);
    return exitStatus.passed;
  }
  const missing = report.packages.filter(({ isEnough }) => !isEnough).map(({ name }) => name);
  const text = changesetText(missing, needed, findings);
  const name = `contract-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.md`;
  const file = relative(terminal.cwd, join(await changesetFolder(terminal.cwd), name));
  await writeWhole(terminal.cwd, file, text);
  terminal.out(`Wrote ${file}: ${needed} for ${missing.join(", ")}.\n`);
  return exitStatus.passed;
}
