import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, bundlers } from "../bundle.ts";
import { createProject } from "../create-project.ts";
import { expectChannel } from "../expect-channel.ts";
import { checkRow, type Row } from "../row.ts";
import { runNode } from "../run-node.ts";
import type { Stage } from "../stage.ts";

/** The same program through four bundlers, for the web; each bundle must still fetch the channel. */
export async function checkBundles(stage: Stage): Promise<readonly Row[]> {
  const directory = await createProject(stage, {
    name: "bundles",
    dependencies: ["@flex-channels/client"],
    files: ["bundle-entry.mjs"],
  });
  const rows: Row[] = [];
  for (const bundler of bundlers) {
    rows.push(
      await checkRow(bundler, await stage.gear.version(bundler), async () => {
        const file = await bundle(stage, bundler, directory, "bundle-entry.mjs");
        const runner = join(dirname(file), "run.mjs");
        await writeFile(runner, runnerOf(file, stage.mockUrl));
        return expectChannel(await runNode(stage, directory, [runner]));
      }),
    );
  }
  return rows;
}

function runnerOf(file: string, url: string): string {
  return [
    `import { fetchExample } from ${JSON.stringify(pathToFileURL(file).href)};`,
    `console.log(JSON.stringify(await fetchExample(${JSON.stringify(url)})));`,
    "",
  ].join("\n");
}
