import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findSecrets } from "../src/find-secrets.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "find-secrets-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test("a secret is found in a file, deep down, and inside of a tarball; nothing else is", async () => {
  await mkdir(join(folder, "a", "b"), { recursive: true });
  await writeFile(join(folder, "a", "b", "log"), "token canary-1 here");
  await writeFile(join(folder, "pack.tgz"), gzipSync("canary-2"));
  await writeFile(join(folder, "fine"), "canary-3");
  const found = await findSecrets(folder, ["canary-1", "canary-2"]);
  const told = found.map(({ place, secret }) => `${place.slice(folder.length)} ${secret}`);
  expect(new Set(told)).toEqual(new Set(["/a/b/log canary-1", "/pack.tgz canary-2"]));
});

test("the one place where it belongs is no finding", async () => {
  await writeFile(join(folder, "npmrc"), "canary-1");
  expect(await findSecrets(folder, ["canary-1"], [join(folder, "npmrc")])).toEqual([]);
});
