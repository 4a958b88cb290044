import { checkBundles } from "./checks/bundles.ts";
import { checkChromium } from "./checks/chromium.ts";
import { checkCommands } from "./checks/commands.ts";
import { checkFootprint } from "./checks/footprint.ts";
import { checkIdentity } from "./checks/identity.ts";
import { checkPackaging } from "./checks/packaging.ts";
import { checkPreviews } from "./checks/previews.ts";
import { checkRefusals } from "./checks/refusals.ts";
import { checkBun, checkDeno, checkNodes } from "./checks/runtimes.ts";
import { checkTarballs } from "./checks/tarballs.ts";
import { checkTypes } from "./checks/types.ts";
import { checkUndici } from "./checks/undici.ts";
import { checkUpgrades } from "./checks/upgrades.ts";
import { checkWorkerd } from "./checks/workerd.ts";
import type { Row } from "./row.ts";
import type { Stage } from "./stage.ts";

/** Some rows that belong together and can be asked for by name. */
export interface CheckGroup {
  readonly name: string;
  readonly summary: string;
  readonly check: (stage: Stage) => Promise<readonly Row[]>;
}

/** In the order of the table. */
export const checkGroups: readonly CheckGroup[] = [
  {
    name: "tarballs",
    summary: "exact list of files, source maps, manifests",
    check: checkTarballs,
  },
  { name: "packaging", summary: "publint and attw, ESM only", check: checkPackaging },
  { name: "footprint", summary: "what one dependency installs", check: checkFootprint },
  { name: "identity", summary: "the version that the client sends", check: checkIdentity },
  { name: "commands", summary: "each command line, installed and run", check: checkCommands },
  { name: "node", summary: "Node 20.19, 20.20, 22, 24, 26; import and require", check: checkNodes },
  {
    name: "undici",
    summary: "the entry on undici: with 7, with 8, and without",
    check: checkUndici,
  },
  { name: "bun", summary: "Bun, with its own installer", check: checkBun },
  { name: "deno", summary: "Deno, with its own installer and no spare leave", check: checkDeno },
  { name: "workerd", summary: "a worker without Node emulation", check: checkWorkerd },
  { name: "bundlers", summary: "esbuild, rollup, vite, webpack", check: checkBundles },
  { name: "chromium", summary: "a page, with each bundle, across origins", check: checkChromium },
  { name: "types", summary: "TypeScript 5.4, 5.9, 6, 7 in 72 settings", check: checkTypes },
  {
    name: "previews",
    summary: "the tarballs of a pull request, installed and run",
    check: checkPreviews,
  },
  { name: "refusals", summary: "what must not become a release", check: checkRefusals },
  // Last: it releases anew from the clone that the other groups read.
  {
    name: "upgrades",
    summary: "a patch, a minor and a breaking edit, up to a consumer's compiler",
    check: checkUpgrades,
  },
];
