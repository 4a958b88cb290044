import type { OpenApiDocument } from "@flex-channels/document";
import type { Change, PromiseKind } from "./compare/change.ts";
import { compareDocuments } from "./compare/compare-documents.ts";
import { type Bump, highestBump, isWithinBump } from "./verdict/bump.ts";
import type { Config } from "./verdict/config.ts";
import { judge } from "./verdict/judge.ts";
import { policyTable } from "./verdict/policy-table.ts";
import type { Comparison, Review, Version } from "./verdict/review.ts";
import { type Waiver, applyWaivers, reportWaivers } from "./verdict/waiver.ts";
import { version } from "./version.ts";

/** A loaded document and what reports call it. */
export interface ReviewedVersion {
  readonly label: string;
  readonly commit?: string;
  readonly document: OpenApiDocument;
}

export interface ReviewRequest {
  /** Every release that must keep working; compatibility is not transitive. */
  readonly bases: readonly ReviewedVersion[];
  readonly head: ReviewedVersion;
  readonly config: Config;
  readonly waivers: readonly Waiver[];
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** Reads schemas literally. @default false */
  readonly strict?: boolean;
  /** @default both */
  readonly promises?: readonly PromiseKind[];
  /** The highest bump that passes. @default "minor" */
  readonly allowed?: Bump;
  readonly repositoryUrl?: string;
}

/**
 * Base and head in, a verdict out: compare, ask the compiler, judge, apply the waivers. Reads no
 * file and no clock.
 */
export async function reviewContracts(request: ReviewRequest): Promise<Review> {
  const { bases, head, waivers, today, allowed = "minor", repositoryUrl } = request;
  const comparisons: Comparison[] = [];
  for (const base of bases) {
    const changes = await findChanges(base.document, head.document, request);
    const judged = judge(changes, { base: base.document, head: head.document }, request.config);
    const findings = applyWaivers(judged, waivers, today);
    comparisons.push({
      base: versionOf(base),
      bump: highestBump(findings.map((finding) => finding.bump)),
      findings,
    });
  }
  const bump = highestBump(comparisons.map((comparison) => comparison.bump));
  return {
    tool: { name: "contract-review", version },
    head: versionOf(head),
    comparisons,
    bump,
    allowed,
    passed: isWithinBump(bump, allowed),
    waivers: reportWaivers(
      comparisons.flatMap(({ findings }) => findings),
      waivers,
      today,
    ),
    ...(repositoryUrl === undefined ? {} : { repositoryUrl }),
  };
}

async function findChanges(
  base: OpenApiDocument,
  head: OpenApiDocument,
  { config, today, strict = false, promises = ["wire", "source"] }: ReviewRequest,
): Promise<readonly Change[]> {
  const { openEnums, deprecation } = config;
  const changes = compareDocuments(base, head, { strict, openEnums, deprecation, today });
  // A compiler takes longer to load than everything else together.
  const all =
    promises.includes("source") && !isSameText(base, head)
      ? await (await import("./source/compare-surfaces.ts")).compareSurfaces(base, head, changes)
      : changes;
  // A version without a document describes nothing: no words of it changed.
  const isWhole = base.text !== "" && head.text !== "";
  return all.filter(
    ({ kind }) =>
      promises.includes(policyTable[kind].promise) && (isWhole || kind !== "documentation"),
  );
}

/** Other files may have changed where a document that refers to them did not. */
function isSameText(base: OpenApiDocument, head: OpenApiDocument): boolean {
  return base.text === head.text && [base, head].every(({ value }) => !("x-external" in value));
}

function versionOf({ label, commit, document }: ReviewedVersion): Version {
  return {
    label,
    file: document.file,
    ...(commit === undefined ? {} : { commit }),
    text: document.text,
  };
}
