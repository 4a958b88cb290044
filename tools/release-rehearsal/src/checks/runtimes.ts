import { createProject } from "../create-project.ts";
import { expectChannel } from "../expect-channel.ts";
import { checkRow, type Row } from "../row.ts";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { runNode } from "../run-node.ts";
import type { Stage } from "../stage.ts";

const nodes = ["node-20.19", "node-20.20", "node-22", "node-24", "node-26"] as const;

/** The oldest and newest Nodes that are promised, each with both ways to load a module. */
export async function checkNodes(stage: Stage): Promise<readonly Row[]> {
  const directory = await createProject(stage, {
    name: "node",
    dependencies: ["@flex-channels/client"],
    files: ["fetch-channel.mjs", "fetch-channel.cjs"],
  });
  const rows: Row[] = [];
  for (const name of nodes) {
    const version = await stage.gear.version(name);
    for (const [how, file] of [
      ["import", "fetch-channel.mjs"],
      ["require", "fetch-channel.cjs"],
    ] as const) {
      rows.push(
        await checkRow(`node (${how})`, version, async () =>
          expectChannel(await runNode(stage, directory, [file, stage.mockUrl], name)),
        ),
      );
    }
  }
  return rows;
}

/** Bun installs and runs. */
export async function checkBun(stage: Stage): Promise<readonly Row[]> {
  const bun = stage.gear.file(".bin", "bun");
  const row = await checkRow("bun", await stage.gear.version("bun"), async () => {
    const directory = await createProject(stage, {
      name: "bun",
      dependencies: ["@flex-channels/client"],
      files: ["fetch-channel.mjs"],
      install: [bun, "install"],
    });
    return expectChannel(
      await runOrThrow(bun, ["run", "fetch-channel.mjs", stage.mockUrl], {
        cwd: directory,
        env: stage.env,
        signal: stage.signal,
      }),
    );
  });
  return [row];
}

/** Deno installs, checks and runs: with leave to reach the mock, and no other. */
export async function checkDeno(stage: Stage): Promise<readonly Row[]> {
  const deno = stage.gear.file(".bin", "deno");
  const row = await checkRow("deno", await stage.gear.version("deno"), async () => {
    const directory = await createProject(stage, {
      name: "deno",
      dependencies: ["@flex-channels/client"],
      files: ["fetch-channel.mjs"],
      // By itself it takes nothing that was published in the last day.
      install: [deno, "install", "--minimum-dependency-age=0"],
    });
    const host = new URL(stage.mockUrl).host;
    const args = ["run", "--no-prompt", `--allow-net=${host}`, "fetch-channel.mjs", stage.mockUrl];
    return expectChannel(
      await runOrThrow(deno, args, { cwd: directory, env: stage.env, signal: stage.signal }),
    );
  });
  return [row];
}
