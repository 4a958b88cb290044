// `pnpm layers`: exit status 0 when every import is allowed, 1 when one is not.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkLayers } from "./check-layers.ts";
import { importRules } from "./import-rules.ts";
import { layers, rooms } from "./layers.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const folders = layers
  .map((layer) => layer.folder)
  .filter((folder) => existsSync(join(root, folder)));
const { modules, imports, violations } = await checkLayers(
  root,
  folders,
  importRules(layers, rooms),
);

for (const { from, to, rule, reason } of violations) {
  process.stderr.write(`${from} imports ${to}\n  forbidden by "${rule}": ${reason}\n`);
}
if (violations.length > 0) {
  process.stderr.write(
    `${violations.length} forbidden ${violations.length === 1 ? "import" : "imports"}. ` +
      `Move the code to the layer that owns it, or argue the rule in tools/repository/src/layers.ts.\n`,
  );
} else {
  process.stdout.write(`${imports} imports of ${modules} files follow the layers.\n`);
}
process.exitCode = violations.length === 0 ? 0 : 1;
