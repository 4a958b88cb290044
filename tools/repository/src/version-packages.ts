// `pnpm version-packages`: what a release does to the sources before it publishes. changesets sets
// the versions and writes the changelogs; whatever repeats a version in code follows.
import { spawnSync } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..", "..");

const run = (command: string, ...args: readonly string[]): void => {
  const { status, error } = spawnSync(command, [...args], { cwd: root, stdio: "inherit" });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
};

/** A client reads no file at run time, so its version is a line of code. */
const writeVersion = (folder: string): void => {
  const { version } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
    readonly version: string;
  };
  const file = join(root, folder, "src", "version.ts");
  const text = readFileSync(file, "utf8");
  const written = text.replace(/version = "[^"]*"/, `version = ${JSON.stringify(version)}`);
  if (!written.includes(`version = ${JSON.stringify(version)}`)) {
    throw new Error(`${file}: expected a line such as \`export const version = "0.0.0";\``);
  }
  writeFileSync(`${file}.tmp`, written);
  renameSync(`${file}.tmp`, file);
};

run("changeset", "version");
writeVersion("packages/client");
// The generator's version is part of every generated file's stamp.
run("turbo", "run", "generate", "--output-logs=errors-only");
