// The first file that runs on a fresh clone: nothing is installed yet and Node may be 20, so it is
// plain JavaScript without dependencies. It makes sure of the pinned toolchain, then hands over.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const windows = process.platform === "win32";

/** Exit status for a machine that cannot run the command; README.md lists all of them. */
const EXIT_ENVIRONMENT = 3;

const programs = {
  start: ["-C", "tools/start", "exec", "node", "src/main.ts"],
  verify: ["-C", "tools/repository", "exec", "node", "src/verify-command.ts"],
};

/** @type {(message: string) => never} */
const fail = (message) => {
  process.stderr.write(`\n${message}\n`);
  process.exit(EXIT_ENVIRONMENT);
};

const [program, ...rest] = process.argv.slice(2);
const command = programs[/** @type {keyof typeof programs} */ (program)];
if (!command)
  fail(
    `bootstrap: expected one of ${Object.keys(programs).join(", ")}, received ${program ?? "nothing"}.`,
  );

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Node ${process.versions.node} is too old: this repository needs Node 20.19 or newer to set itself up ` +
      `(it then brings its own). Install a current Node and run the same command again.`,
  );
}

const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const pinned = join(root, "node_modules", ".bin", windows ? "pnpm.CMD" : "pnpm");
const node = join(root, "node_modules", ".bin", windows ? "node.CMD" : "node");

/** @type {(file: string, args: readonly string[], stdio?: import("node:child_process").StdioOptions) => import("node:child_process").SpawnSyncReturns<Buffer>} */
const run = (file, args, stdio = "inherit") =>
  spawnSync(file, args, {
    cwd: root,
    stdio,
    shell: windows,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
  });

const installed = existsSync(pinned) && existsSync(node);
if (!installed) {
  process.stderr.write(
    `Installing the pinned toolchain (${packageManager}, Node and the rest from pnpm-lock.yaml) ...\n`,
  );
  const started = Date.now();
  // Told even where npm was asked to be silent, and within seconds where there is no network.
  const { status, error } = run(windows ? "npx.cmd" : "npx", [
    "--yes",
    "--loglevel=error",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=5000",
    packageManager,
    "install",
    "--frozen-lockfile",
    "--reporter=append-only",
    "--loglevel=error",
  ]);
  if (error || status !== 0) {
    fail(
      `The toolchain could not be installed (${error ? error.message : `exit status ${status}`}; see above).\n` +
        `It comes from the package registry that npm is set to use. Check the network and \`npm config get registry\`, then run the same command again.`,
    );
  }
  process.stderr.write(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
}

const result = run(pinned, [...command, ...rest]);
if (result.error)
  fail(
    `pnpm could not be started: ${result.error.message}. Remove node_modules and run the same command again.`,
  );
if (result.signal) process.kill(process.pid, result.signal);
process.exit(result.status ?? EXIT_ENVIRONMENT);
