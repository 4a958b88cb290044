import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addSection } from "../changelog/add-section.ts";
import { contractRoles } from "../changelog/contract-roles.ts";
import { type PlannedRelease, linkedVersionSentence } from "../changelog/linked-version.ts";
import { withoutSection } from "../changelog/told-above.ts";
import { askChangesets } from "../edge/ask-changesets.ts";
import { read, runVisibly } from "../edge/run.ts";
import { runTask } from "../edge/run-task.ts";
import { publicPackages, readManifest } from "../edge/workspace.ts";
import { writeWhole } from "../edge/write-whole.ts";
import { checkContractRelease } from "./check-contract-release.ts";
import { type LastRelease, lastRelease } from "./last-release.ts";
import { type WrittenPlan, readPlan } from "./read-plan.ts";
import { type SinceReview, reviewSince } from "./review-since.ts";
import { writeClientVersion } from "./write-version.ts";

/** A plan that must not become a release. */
export class VersionError extends Error {
  override readonly name = "VersionError";
}

const contractPackage = "@flex-channels/contract";

/** Where a package was last released, and what the contract did since then. */
interface Told {
  readonly last: LastRelease;
  readonly review?: SinceReview;
}

/**
 * `pnpm version-packages`: changesets sets versions and writes changelogs; what the findings since
 * each package's last release ask of its consumers, and whatever repeats a version, follows. A plan
 * that the findings contradict stops it before a file is touched.
 */
export async function versionPackages(root: string): Promise<void> {
  const releases = readPlan(askChangesets(root, "status") as WrittenPlan);
  const before = publicPackages(root);
  const tags = new Set(read("git", ["tag", "--list"], { cwd: root }).split("\n"));
  const reviews = new Map<string, SinceReview>();
  const told = new Map<string, Told>();
  for (const { manifest } of before) {
    if (contractRoles[manifest.name] === undefined) continue;
    const last = lastRelease(manifest.name, manifest.version, tags);
    if (last.kind === "never") {
      told.set(manifest.name, { last });
      continue;
    }
    const commit = read("git", ["rev-parse", `${last.tag}^{commit}`], { cwd: root });
    const review = reviews.get(commit) ?? (await reviewSince(root, commit));
    reviews.set(commit, review);
    told.set(manifest.name, { last, review });
  }
  const contract = told.get(contractPackage);
  if (contract?.review !== undefined && contract.last.kind === "released") {
    const { needed } = contract.review;
    const { version } = contract.last;
    const problem = checkContractRelease(contractPackage, version, needed, releases);
    if (problem !== undefined) throw new VersionError(problem);
  }
  runVisibly("changeset", ["version"], { cwd: root });
  await writeSections(root, releases, told);
  writeClientVersion(root, readManifest(join(root, "packages", "client")).version);
  // The generator's version is part of every generated file's stamp.
  runTask(root, "generate");
}

async function writeSections(
  root: string,
  releases: readonly PlannedRelease[],
  told: ReadonlyMap<string, Told>,
): Promise<void> {
  const { contractSection } = await import("../changelog/contract-section.ts");
  const { linked } = JSON.parse(readFileSync(join(root, ".changeset", "config.json"), "utf8")) as {
    readonly linked: readonly (readonly string[])[];
  };
  const packages = publicPackages(root);
  const contractVersion =
    packages.find(({ manifest }) => manifest.name === contractPackage)?.manifest.version ?? "";
  const written: string[] = [];
  for (const release of releases) {
    const folder = packages.find(({ manifest }) => manifest.name === release.name)?.folder;
    if (folder === undefined) continue;
    const { last, review } = told.get(release.name) ?? {};
    const role = contractRoles[release.name];
    const contract =
      role === undefined || review === undefined || last?.kind !== "released"
        ? undefined
        : contractSection(role, { since: last.version, contractVersion, ...review });
    const sections = [linkedVersionSentence(release, releases, linked), contract].filter(
      (section) => section !== undefined,
    );
    const file = join(root, folder, "CHANGELOG.md");
    const before = readFileSync(file, "utf8");
    const text =
      contract === undefined
        ? withoutSection(before, release.newVersion, last ?? { kind: "never" })
        : before;
    const after =
      sections.length === 0 ? text : addSection(text, release.newVersion, sections.join("\n\n"));
    if (after === before) continue;
    writeWhole(file, after);
    written.push(file);
  }
  if (written.length > 0)
    runVisibly("prettier", ["--write", "--log-level", "warn", ...written], { cwd: root });
}
