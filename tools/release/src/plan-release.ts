import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { read } from "./edge/run.ts";

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
  const folder = mkdtempSync(join(tmpdir(), "publish-plan-"));
  try {
    const file = join(folder, "plan.json");
    read("changeset", ["publish-plan", `--output=${relative(root, file)}`], { cwd: root });
    const { plan } = JSON.parse(readFileSync(file, "utf8")) as {
      readonly plan: readonly (readonly { readonly kind: string }[])[];
    };
    return plan.flat().filter(({ kind }) => kind === "publish").length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
