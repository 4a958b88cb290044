import { checkRow, type Row } from "../row.ts";
import { runNode } from "../run-node.ts";
import type { Stage } from "../stage.ts";
import { fetchTarball } from "../tarball.ts";

/** Other people's opinion of the tarballs: publint, and attw with the profile of packages that are ESM only. */
export async function checkPackaging(stage: Stage): Promise<readonly Row[]> {
  const run = (script: string, ...args: readonly string[]): Promise<string> =>
    runNode(stage, stage.directory, [script, ...args]);
  const publint = stage.gear.file("publint", "src", "cli.js");
  const attw = stage.gear.file("@arethetypeswrong/cli", "dist", "index.js");
  const publintVersion = await stage.gear.version("publint");
  const attwVersion = await stage.gear.version("@arethetypeswrong/cli");

  const rows: Row[] = [];
  for (const published of stage.packages) {
    const fetched = fetchTarball(stage, published);
    rows.push(
      await checkRow(`publint ${published.name}`, publintVersion, async () => {
        await run(publint, (await fetched).file, "--strict");
        return "no error, no warning";
      }),
      await checkRow(`attw ${published.name}`, attwVersion, async () => {
        const { file } = await fetched;
        await run(attw, file, "--profile", "esm-only", "--no-emoji", "--format", "ascii");
        return "no problem (ESM only)";
      }),
    );
  }
  return rows;
}
