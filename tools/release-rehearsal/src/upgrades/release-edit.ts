import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { commitAll, pushMain, releasePackages } from "../release-packages.ts";
import type { Stage } from "../stage.ts";
import { type ContractEdit, editText } from "./contract-edits.ts";
import { type RehearsedPull, type Reviewed, openPull } from "./rehearsed-pull.ts";

/** The part of a review's JSON that a rehearsal holds it to. */
export interface EditReview {
  readonly comparisons: readonly {
    readonly findings: readonly {
      readonly promise: string;
      readonly answer: string;
      readonly bump: string;
      readonly witness?: { readonly kind: string; readonly error?: string };
    }[];
  }[];
}

export function branchOf({ name }: ContractEdit): string {
  return `edit-${name}`;
}

/** The edit as a pull request that lacks what its gate asks for: edited, generated, told. */
export async function proposeEdit(
  stage: Stage,
  edit: ContractEdit,
): Promise<{ readonly pull: RehearsedPull; readonly review: EditReview }> {
  const { clone } = stage;
  const run = runner(stage);
  await run("git", "switch", "--quiet", "--create", branchOf(edit));
  for (const one of edit.edits) {
    const file = join(clone, one.file);
    await writeFile(file, editText(await readFile(file, "utf8"), one));
  }
  await run("pnpm", "run", "generate");
  await commitAll(stage, `Edit the contract: ${edit.name}`);
  const pull = await openPull(stage, branchOf(edit));
  const reviewed = await pull.review();
  expectTold(reviewed, "failure", edit);
  const review: EditReview = JSON.parse(
    await readFile(join(reviewed.reports, "review.json"), "utf8"),
  );
  return { pull, review };
}

/** What the comment told is done with the commands that it names, and the gate opens. */
export async function mendEdit(
  stage: Stage,
  edit: ContractEdit,
  pull: RehearsedPull,
): Promise<string> {
  const run = runner(stage);
  if (edit.bump === "major") {
    const because = ["--reason", "The rehearsal's consumer is told.", "--owner", "rehearsal"];
    await run("pnpm", "run", "contract:waive", ...because);
  }
  await run("pnpm", "run", "contract:changeset");
  await commitAll(stage, "What the gate asks for");
  expectTold(await pull.review(), "success", edit);
  return "one comment, edited; the status of the head is success";
}

/** One comment that says what the edit is, and a status that agrees with the check. */
function expectTold(
  { conclusion, status, comments }: Reviewed,
  wanted: "success" | "failure",
  { bump }: ContractEdit,
): void {
  if (conclusion !== wanted || status !== wanted) {
    throw new Error(
      `expected ${wanted}; the check is ${conclusion}, the status ${status}\n${comments.join("\n")}`,
    );
  }
  const [comment = ""] = comments;
  if (comments.length !== 1 || !comment.includes(bump)) {
    throw new Error(
      `expected one comment that says ${bump}, received:\n${comments.join("\n---\n")}`,
    );
  }
}

/** The branch is merged, and what the workflow does follows. Returns each package's new version. */
export async function releaseEdit(
  stage: Stage,
  edit: ContractEdit,
): Promise<ReadonlyMap<string, string>> {
  const run = runner(stage);
  await run("git", "switch", "--quiet", "main");
  await run("git", "merge", "--quiet", "--no-ff", "--no-edit", branchOf(edit));
  await pushMain(stage);
  stage.github.merge(branchOf(edit));
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
