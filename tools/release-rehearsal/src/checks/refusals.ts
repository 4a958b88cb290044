import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "@flex-channels/gear/run-command";
import { gitIn } from "../git-in.ts";
import { checkRow, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";
import { contractEdits, editText } from "../upgrades/contract-edits.ts";

/** Something that is off in the clone, the command that must refuse it, and what it must say. */
interface Refusal {
  readonly what: string;
  readonly spoil: (stage: Stage) => Promise<void>;
  readonly command: readonly string[];
  readonly says: RegExp;
}

const version = ["pnpm", "run", "version-packages"];
const byHand = ["pnpm", "run", "release"];

const refusals: readonly Refusal[] = [
  {
    what: "a release by less than the findings need",
    spoil: async (stage) => {
      await breakContract(stage);
      await declare(stage, "@flex-channels/contract");
    },
    command: version,
    says: /need major, and its changesets declare patch\. Write the changeset with `pnpm contract:changeset`/,
  },
  {
    what: "a change of the contract that is not released",
    spoil: async (stage) => {
      await breakContract(stage);
      await declare(stage, "@flex-channels/document");
    },
    command: version,
    says: /\(major\), and no changeset releases that package/,
  },
  {
    what: "tags that were not fetched",
    spoil: async (stage) => {
      await declare(stage, "@flex-channels/contract");
      const git = gitIn(stage.clone, stage);
      const tags = await git("tag", "--list", "@flex-channels/*");
      await git("tag", "--delete", ...tags.trim().split("\n"));
    },
    command: version,
    says: /there is no tag @flex-channels\/\S+ to compare the contract with\. Fetch the tags/,
  },
  {
    what: "a stale contract",
    spoil: breakContract,
    command: ["node", "tools/release/src/cli.ts", "pack", "--out", "pack"],
    says: /The generated contract is not what the document gives\. Run pnpm generate/,
  },
  {
    what: "a build beside a credential",
    spoil: async () => undefined,
    command: ["env", "NODE_AUTH_TOKEN=x", "node", "tools/release/src/cli.ts", "pack", "--out", "a"],
    says: /must not hold NODE_AUTH_TOKEN/,
  },
  {
    what: "a release by hand from a dirty tree",
    spoil: breakContract,
    command: byHand,
    says: /holds what is not committed: spec\/openapi\.yaml/,
  },
  {
    what: "a release by hand from another branch",
    spoil: async (stage) => {
      await gitIn(stage.clone, stage)("switch", "--quiet", "--create", "elsewhere");
    },
    command: byHand,
    says: /Releases are made from main, and this is elsewhere/,
  },
  {
    what: "a release by hand while changesets wait",
    spoil: (stage) => declare(stage, "@flex-channels/document"),
    command: byHand,
    says: /A changeset waits \(spoiled\.md\)/,
  },
];

/** What must not become a release does not, and nothing is left behind by the attempt. */
export async function checkRefusals(stage: Stage): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const git = gitIn(stage.clone, stage);
  for (const refusal of refusals) {
    rows.push(await checkRow(`refused: ${refusal.what}`, "", () => expectRefusal(stage, refusal)));
    await git("switch", "--quiet", "--force", "main");
    await git("reset", "--quiet", "--hard", "origin/main");
    await git("clean", "--quiet", "--force");
    await git("fetch", "--quiet", "--tags", "origin");
  }
  return rows;
}

async function expectRefusal(stage: Stage, refusal: Refusal): Promise<string> {
  const { clone, env, signal } = stage;
  const git = gitIn(clone, stage);
  await refusal.spoil(stage);
  const before = await git("status", "--porcelain");
  const [program = "", ...args] = refusal.command;
  const { status, stdout, stderr } = await runCommand(program, args, { cwd: clone, env, signal });
  const text = `${stdout}${stderr}`;
  const said = refusal.says.exec(text)?.[0];
  if (status === 0 || said === undefined) {
    throw new Error(`ended with ${status}, expected ${String(refusal.says)}\n${text}`);
  }
  const after = await git("status", "--porcelain");
  if (after !== before) throw new Error(`files were touched:\n${before}---\n${after}`);
  return said;
}

/** The document alone, without what follows from it. */
async function breakContract({ clone }: Stage): Promise<void> {
  const document = "spec/openapi.yaml";
  const file = join(clone, document);
  const edit = contractEdits
    .filter(({ bump }) => bump === "major")
    .flatMap(({ edits }) => edits)
    .find((one) => one.file === document);
  if (edit === undefined) throw new Error("no edit breaks the document");
  await writeFile(file, editText(await readFile(file, "utf8"), edit));
}

/** A changeset of a patch of one package. */
async function declare({ clone }: Stage, name: string): Promise<void> {
  const text = `---\n"${name}": patch\n---\n\nSpoiled.\n`;
  await writeFile(join(clone, ".changeset", "spoiled.md"), text);
}
