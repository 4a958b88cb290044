import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createProject } from "../create-project.ts";
import { expectChannel } from "../expect-channel.ts";
import { checkRow, type Row } from "../row.ts";
import { runNode } from "../run-node.ts";
import type { Stage } from "../stage.ts";

const client = "@flex-channels/client";
const programs = ["fetch-channel-undici.mjs", "fetch-channel-undici.cjs"] as const;

/** Which undici goes with which Node: 8 needs Node 22.19. */
const pairs = [
  { undici: "undici-7", nodes: ["node-20.19", "node-20.20", "node-22", "node-24", "node-26"] },
  { undici: "undici", nodes: ["node-22", "node-24", "node-26"] },
] as const;

/** Ways to run a program: how it is called in the table, its file, what it is told. */
const ways = [
  ["import", "fetch-channel-undici.mjs"],
  ["import after fetch", "fetch-channel-undici.mjs", "after-fetch"],
  ["require", "fetch-channel-undici.cjs"],
] as const;

/** The entry on undici with each undici that it takes, and the client without any. */
export async function checkUndici(stage: Stage): Promise<readonly Row[]> {
  const without = await createProject(stage, {
    name: "without-undici",
    dependencies: [client],
    files: ["fetch-channel.mjs", "miss-undici.mjs"],
  });
  const rows = await checkWithout(stage, without);
  const manifest: { readonly devDependencies: Readonly<Record<string, string>> } = JSON.parse(
    await readFile(join(without, "node_modules", client, "package.json"), "utf8"),
  );
  for (const { undici, nodes } of pairs) {
    // The versions that the client itself is tested with.
    const version = manifest.devDependencies[undici]?.replace(/^.*@/, "") ?? "";
    const directory = await createProject(stage, {
      name: undici,
      dependencies: [client],
      others: { undici: version },
      files: programs,
    });
    for (const name of nodes) {
      const node = await stage.gear.version(name);
      for (const [how, ...args] of ways) {
        rows.push(
          await checkRow(`undici ${version} (${how})`, node, async () => {
            const [file, ...told] = args;
            return expectChannel(
              await runNode(stage, directory, [file, stage.mockUrl, ...told], name),
            );
          }),
        );
      }
    }
  }
  return rows;
}

async function checkWithout(stage: Stage, directory: string): Promise<Row[]> {
  const version = await stage.gear.version("node-24");
  return [
    await checkRow("no undici, main entry", version, async () =>
      expectChannel(await runNode(stage, directory, ["fetch-channel.mjs", stage.mockUrl])),
    ),
    await checkRow("no undici, its entry", version, async () => {
      const said = (await runNode(stage, directory, ["miss-undici.mjs"])).trim();
      if (!said.startsWith("ERR_MODULE_NOT_FOUND Cannot find package 'undici' imported from ")) {
        throw new Error(`expected Node to miss the package undici, received ${said}`);
      }
      return "Node says which package it misses";
    }),
  ];
}
