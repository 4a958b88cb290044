import { repositoryUrl } from "../git/refs.ts";
import { type Format, renderReview } from "../report/formats.ts";
import { reviewContracts } from "../review-contracts.ts";
import { type Bump, highestBump, isWithinBump } from "../verdict/bump.ts";
import type { ChangesetReport } from "../verdict/changeset.ts";
import { neededBump } from "../verdict/needed-bump.ts";
import type { Review } from "../verdict/review.ts";
import { type ExitStatus, exitStatus } from "./exit-status.ts";
import { type VersionArguments, prepareReview } from "./prepare-review.ts";
import { type Terminal, wantsColor } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { writeWhole } from "./write-whole.ts";

export interface Output {
  readonly format: Format;
  readonly file: string;
}

export interface ReviewArguments extends VersionArguments {
  readonly format: Format;
  readonly output: readonly Output[];
  readonly allow: Bump | "changeset";
  readonly repositoryUrl?: string;
}

/** `contract-review`: reviews, writes every report that was asked for, and answers by its status. */
export async function reviewCommand(
  document: string | undefined,
  options: ReviewArguments,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { request, settings } = await prepareReview(document, options, terminal);
  const { packages } = settings.config;
  if (options.allow === "changeset" && packages.length === 0) {
    throw new UsageError(
      "--allow changeset needs to know which packages carry the contract: list them under `packages` in contract-review.yaml.",
    );
  }
  const formats = [options.format, ...options.output.map(({ format }) => format)];
  // Only one format has links; git is not asked for the others.
  const url =
    options.repositoryUrl ??
    (formats.includes("markdown") ? await repositoryUrl(terminal.cwd) : undefined);
  const judged = await reviewContracts({
    ...request,
    ...(options.allow === "changeset" ? {} : { allowed: options.allow }),
    ...(url === undefined ? {} : { repositoryUrl: url }),
  });
  const review =
    packages.length === 0
      ? judged
      : await withChangesets(judged, packages, options.allow, terminal);
  const color = wantsColor(terminal);
  for (const { format, file } of options.output) {
    await writeWhole(terminal.cwd, file, await renderReview(format, review, { color: false }));
  }
  terminal.out(await renderReview(options.format, review, { color }));
  return review.passed ? exitStatus.passed : exitStatus.failed;
}

async function withChangesets(
  review: Review,
  packages: readonly string[],
  allow: Bump | "changeset",
  terminal: Terminal,
): Promise<Review> {
  const { reportChangesets } = await import("../verdict/changeset.ts");
  const { readChangesets } = await import("./read-changesets.ts");
  const needed = highestBump(review.comparisons.map(({ findings }) => neededBump(findings)));
  const changesets = reportChangesets(await readChangesets(terminal.cwd), packages, needed);
  if (allow !== "changeset") return { ...review, changesets };
  const allowed = declaredBump(changesets);
  return { ...review, changesets, allowed, passed: isWithinBump(review.bump, allowed) };
}

/** What every package that carries the contract declares at least. */
function declaredBump({ packages }: ChangesetReport): Bump {
  const [first, ...rest] = packages.map(({ declared }) => declared);
  return rest.reduce<Bump>(
    (lowest, bump) => (isWithinBump(bump, lowest) ? bump : lowest),
    first ?? "none",
  );
}
