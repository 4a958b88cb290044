import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installGear } from "../src/install-gear.ts";

let directory = "";
let manifestDirectory = "";
let cacheDirectory = "";

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "gear-"));
  manifestDirectory = join(directory, "manifest");
  cacheDirectory = join(directory, "cache");
  // A manifest without dependencies: nothing is downloaded.
  await cp(join(import.meta.dirname, "fixtures", "manifest"), manifestDirectory, {
    recursive: true,
  });
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

/** What was told while it installed. */
async function install(): Promise<readonly string[]> {
  const lines: string[] = [];
  await installGear({ manifestDirectory, cacheDirectory, log: (line) => lines.push(line) });
  return lines;
}

test("gear is installed once, and taken from the cache ever after", async () => {
  expect(await install()).toHaveLength(1);
  expect(await install()).toHaveLength(0);
});

test("a package's files and version are found in the cache", async () => {
  const gear = await installGear({ manifestDirectory, cacheDirectory, log: () => undefined });
  await mkdir(gear.file("tool"), { recursive: true });
  await writeFile(gear.file("tool", "package.json"), JSON.stringify({ version: "1.2.3" }));
  expect(await gear.version("tool")).toBe("1.2.3");
});

test("gear that was not wholly installed is installed anew", async () => {
  await install();
  const [name = ""] = await readdir(cacheDirectory);
  await rm(join(cacheDirectory, name, ".finished"));
  expect(await install()).toHaveLength(1);
});

test("a change of the manifest removes what the old one installed", async () => {
  await install();
  await writeFile(join(manifestDirectory, "pnpm-workspace.yaml"), "packages: []\n# changed\n");
  await install();
  expect(await readdir(cacheDirectory)).toHaveLength(1);
});

test("a lockfile that does not fit the manifest is refused", async () => {
  const manifest = { name: "gear", private: true, dependencies: { other: "1.0.0" } };
  await writeFile(join(manifestDirectory, "package.json"), JSON.stringify(manifest));
  await expect(install()).rejects.toThrow("could not install");
});
