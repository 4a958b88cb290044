import type { PromiseKind } from "../../src/compare/change.ts";
import { reviewContracts } from "../../src/review-contracts.ts";
import type { Bump } from "../../src/verdict/bump.ts";
import { defaultConfig } from "../../src/verdict/config.ts";
import type { Finding } from "../../src/verdict/finding.ts";
import { loadRow } from "./document.ts";
import type { DocumentRow } from "./row.ts";

/** The verdict on the wire, or on what else is promised. */
export async function reviewRow(
  { base, head, strict }: DocumentRow["given"],
  promises: readonly PromiseKind[] = ["wire"],
): Promise<{ readonly bump: Bump; readonly findings: readonly Finding[] }> {
  const review = await reviewContracts({
    bases: [{ label: "base", document: loadRow("base.json", base) }],
    head: { label: "head", document: loadRow("head.json", head) },
    config: defaultConfig,
    waivers: [],
    today: "2026-11-22",
    promises,
    ...(strict === undefined ? {} : { strict }),
  });
  return { bump: review.bump, findings: review.comparisons.flatMap(({ findings }) => findings) };
}
