import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createProject } from "../create-project.ts";
import { registryEntry } from "../registry-entry.ts";
import { checkRow, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

/** What a consumer of the client gets, by name. Nothing more may ever come along. */
const wanted = [
  "@flex-channels/client",
  "@flex-channels/contract",
  "openapi-fetch",
  "openapi-typescript-helpers",
];

/** How much one dependency on the client installs. */
export async function checkFootprint(stage: Stage): Promise<readonly Row[]> {
  const version = await stage.gear.version("npm");
  const row = await checkRow("installed packages", `npm ${version}`, async () => {
    const directory = await createProject(stage, {
      name: "footprint",
      dependencies: ["@flex-channels/client"],
      files: [],
    });
    const lock: { packages: Record<string, { hasInstallScript?: boolean; integrity?: string }> } =
      JSON.parse(await readFile(join(directory, "package-lock.json"), "utf8"));
    const installed = Object.entries(lock.packages).filter(([path]) => path !== "");
    const names = installed.map(([path]) => path.replace(/^.*node_modules\//, "")).toSorted();
    if (names.join() !== wanted.join()) {
      throw new Error(`expected ${wanted.join(", ")}; received ${names.join(", ")}`);
    }
    const scripted = installed.find(([, entry]) => entry.hasInstallScript === true);
    if (scripted !== undefined) throw new Error(`${scripted[0]} has an install script`);
    for (const published of stage.packages) {
      const entry = lock.packages[`node_modules/${published.name}`];
      if (entry === undefined) continue;
      const { integrity } = await registryEntry(stage, published);
      if (entry.integrity !== integrity) {
        throw new Error(`${published.name} is not what the local registry has: ${entry.integrity}`);
      }
    }
    return `${names.length}, none with an install script`;
  });
  return [row];
}
