import type { Bump, Finding } from "@flex-channels/contract-review";
import { CommandError, tryToRead } from "../edge/run.ts";

/** What the review says of the working tree against an earlier commit. */
export interface SinceReview {
  readonly needed: Bump;
  readonly findings: readonly Finding[];
}

/** Exit statuses of the review after which there is a report. */
const judged: ReadonlySet<number | null> = new Set([0, 1]);

/** The same command that a pull request is judged with, against the release. */
export async function reviewSince(root: string, commit: string): Promise<SinceReview> {
  const { neededBump } = await import("@flex-channels/contract-review");
  const { status, stdout, stderr } = tryToRead(
    process.execPath,
    [
      "--conditions=@flex-channels/source",
      "tools/contract-review/src/cli.ts",
      "spec/openapi.yaml",
      "--base",
      commit,
      "--format",
      "json",
    ],
    { cwd: root },
  );
  if (!judged.has(status)) {
    throw new CommandError(`The contract cannot be compared with ${commit}.\n${stdout}${stderr}`);
  }
  const { comparisons } = JSON.parse(stdout) as {
    readonly comparisons: readonly { readonly findings: readonly Finding[] }[];
  };
  const findings = comparisons.flatMap((comparison) => comparison.findings);
  return { needed: neededBump(findings), findings };
}
