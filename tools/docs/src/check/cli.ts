import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findOrInstallChromium } from "@flex-channels/gear/chromium";
import { cleanEnvironment } from "@flex-channels/gear/clean-environment";
import { installGear } from "@flex-channels/gear/install-gear";
import { describeError } from "../describe-error.ts";
import { repository, toolFolder } from "../folders.ts";
import { renderRows } from "./row.ts";
import { runChecks } from "./run-checks.ts";

const help = `Opens the reference page in Chromium and looks: accessibility (axe-core), width, light
and dark, keyboard, print, no JavaScript, from a disk, the form against the mock; and
the review's page and comment beside it.

Usage: pnpm docs:check [--pictures <folder>] [--strict]

  --pictures <folder>  where screenshots go (default: tools/docs/.results/pictures)
  --strict             a machine without a browser is a failure
  -h, --help           this text

Exit status: 0 all passed, or skipped and said so; 1 a check failed; 2 no check could
be made; 3 wrong arguments. Chromium is Debian's: root installs it where it is missing.
Playwright and axe-core are installed once into .cache, as gear/pnpm-lock.yaml says.`;

async function main(args: readonly string[]): Promise<number> {
  let values;
  try {
    ({ values } = parseArgs({
      args: args.filter((argument) => argument !== "--"),
      options: {
        pictures: { type: "string" },
        strict: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }));
  } catch (error) {
    console.error(`${describeError(error)}\n\n${help}`);
    return 3;
  }
  if (values.help) {
    console.log(help);
    return 0;
  }
  const log = (line: string): void => console.error(`· ${line}`);
  const env = cleanEnvironment(process.env);
  const chromium = await findOrInstallChromium({ cwd: toolFolder, env, log });
  if (chromium.kind === "missing") {
    console.log(`skipped: no Chromium (${chromium.reason})`);
    return values.strict ? 1 : 0;
  }
  const gear = await installGear({
    manifestDirectory: join(toolFolder, "gear"),
    cacheDirectory: join(toolFolder, ".cache"),
    log,
  });
  const pictures = resolve(values.pictures ?? join(toolFolder, ".results", "pictures"));
  const rows = await runChecks({ repository, gear, chromium, pictures });
  console.log(`${renderRows(rows)}\nChromium ${chromium.version}; screenshots in ${pictures}`);
  return rows.length > 0 && rows.every(({ result }) => result === "pass") ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 2;
}
