// Cuts the slice of GitHub's description that the server needs, from the pinned version, installed
// on demand. `pnpm --filter @flex-channels/github-replay run slice` writes it; with `--check` it
// writes nothing and ends with status 1 where the committed slice is not what would be cut.
import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installGear } from "@flex-channels/gear/install-gear";
import { format, resolveConfig } from "prettier";
import type { JsonObject } from "../json.ts";
import { operations, webhooks } from "../operations.ts";
import { cutSlice } from "./cut-slice.ts";

const here = join(import.meta.dirname, "..", "..");
const target = join(here, "description", "github.json");
const packageName = "@octokit/openapi";
const file = "generated/api.github.com.json";

const gear = await installGear({
  manifestDirectory: join(here, "gear"),
  cacheDirectory: join(here, ".cache"),
  log: (line) => void process.stderr.write(`${line}\n`),
});
const bytes = await readFile(gear.file(packageName, file));
const slice = cutSlice({
  description: JSON.parse(bytes.toString("utf8")) as JsonObject,
  operationIds: Object.keys(operations),
  webhooks,
  source: {
    package: packageName,
    version: await gear.version(packageName),
    file,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  },
});
const style = await resolveConfig(target);
const text = await format(JSON.stringify(slice), { ...style, filepath: target });

if (process.argv.includes("--check")) {
  if ((await readFile(target, "utf8")) !== text) {
    process.stderr.write(
      `${target} is not what is cut from the pinned description.\nRun: pnpm --filter @flex-channels/github-replay run slice\n`,
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(`${target}.new`, text);
  await rename(`${target}.new`, target);
}
