import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { commitAll, pushMain, releasePackages } from "../release-packages.ts";
import type { Stage } from "../stage.ts";
import { type ContractEdit, editDocument } from "./contract-edits.ts";

/** The part of a review's JSON that a rehearsal holds it to. */
export interface EditReview {
  readonly bump: string;
  readonly comparisons: readonly {
    readonly findings: readonly {
      readonly promise: string;
      readonly answer: string;
      readonly witness?: { readonly kind: string; readonly error?: string };
    }[];
  }[];
}

/** The edit on a branch: edited, generated, reviewed, its changeset written, committed. */
export async function proposeEdit(stage: Stage, edit: ContractEdit): Promise<EditReview> {
  const { clone, directory } = stage;
  const run = runner(stage);
  await run("git", "switch", "--quiet", "--create", `edit-${edit.name}`);
  const document = join(clone, "spec", "openapi.yaml");
  await writeFile(document, editDocument(await readFile(document, "utf8"), edit.edits));
  await run("pnpm", "run", "generate");
  const report = join(directory, `review-${edit.name}.json`);
  await run("pnpm", "run", "contract:review", "--allow", "major", "--output", `json=${report}`);
  const review: EditReview = JSON.parse(await readFile(report, "utf8"));
  if (review.bump !== edit.bump) {
    throw new Error(`the review says ${review.bump}, expected ${edit.bump}`);
  }
  await run("pnpm", "run", "contract:changeset");
  await run("pnpm", "run", "contract:review", "--allow", "changeset");
  await commitAll(stage, `Edit the contract: ${edit.name}`);
  return review;
}

/** The branch is merged, and what the workflow does follows. Returns each package's new version. */
export async function releaseEdit(
  stage: Stage,
  edit: ContractEdit,
): Promise<ReadonlyMap<string, string>> {
  const run = runner(stage);
  await run("git", "switch", "--quiet", "main");
  await run("git", "merge", "--quiet", "--no-ff", "--no-edit", `edit-${edit.name}`);
  await pushMain(stage);
  const packages = await releasePackages(stage);
  for (const name of ["contract", "client"]) {
    const file = join(stage.clone, "packages", name, "CHANGELOG.md");
    const changelog = await readFile(file, "utf8");
    const entry = changelog.split(/^## /m)[1] ?? "";
    if (!new RegExp(`^### The contract since \\S+: ${edit.told}$`, "m").test(entry)) {
      throw new Error(`${name}: the changelog does not say "${edit.told}":\n${entry}`);
    }
  }
  return new Map(packages.map(({ name, version }) => [name, version]));
}

function runner(stage: Stage): (command: string, ...args: readonly string[]) => Promise<string> {
  const { clone, env, signal } = stage;
  return (command, ...args) => runOrThrow(command, args, { cwd: clone, env, signal });
}
