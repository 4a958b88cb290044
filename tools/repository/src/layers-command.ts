// `pnpm layers`: exit status 0 when every import is allowed, 1 when one is not.
import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkLayers } from "./check-layers.ts";
import { findUnlistedLayers } from "./find-unlisted-layers.ts";
import { importRules } from "./import-rules.ts";
import { layers, rooms } from "./layers.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const folders = globSync("{packages,tools}/*/package.json", { cwd: root }).map((file) =>
  dirname(file).replaceAll("\\", "/"),
);
const unlisted = findUnlistedLayers(folders, layers);
const { modules, imports, violations } = await checkLayers(
  root,
  folders,
  importRules(layers, rooms),
);

for (const problem of unlisted) {
  process.stderr.write(`${problem}\n  see tools/repository/src/layers.ts\n`);
}
for (const { from, to, rule, reason } of violations) {
  process.stderr.write(`${from} imports ${to}\n  forbidden by "${rule}": ${reason}\n`);
}
if (violations.length > 0) {
  process.stderr.write(
    `${violations.length} forbidden ${violations.length === 1 ? "import" : "imports"}. ` +
      `Move the code to the layer that owns it, or argue the rule in tools/repository/src/layers.ts.\n`,
  );
} else if (unlisted.length === 0) {
  process.stdout.write(`${imports} imports of ${modules} files follow the layers.\n`);
}
process.exitCode = violations.length + unlisted.length === 0 ? 0 : 1;
