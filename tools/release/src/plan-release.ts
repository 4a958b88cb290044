import { readdirSync } from "node:fs";
import { join } from "node:path";
import { askChangesets } from "./edge/ask-changesets.ts";

/** What a push to the main branch asks for. */
export type NextStep = "version" | "publish" | "nothing";

/** Names of the changesets that wait for a release. */
export function pendingChangesets(root: string): readonly string[] {
  return readdirSync(join(root, ".changeset"))
    .filter((name) => name.endsWith(".md") && name.toLowerCase() !== "readme.md")
    .toSorted();
}

/** Changesets that wait become a release first; what was released and is not published is published. */
export function nextStep(pending: readonly string[], unpublished: number): NextStep {
  if (pending.length > 0) return "version";
  return unpublished > 0 ? "publish" : "nothing";
}

/** How many packages the registry lacks at the version of the sources. */
export function countUnpublished(root: string): number {
  const { plan } = askChangesets(root, "publish-plan") as {
    readonly plan: readonly (readonly { readonly kind: string }[])[];
  };
  return plan.flat().filter(({ kind }) => kind === "publish").length;
}
