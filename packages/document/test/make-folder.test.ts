import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFolder } from "../src/make-folder.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "make-folder-"));
  await writeFile(join(root, "file"), "");
});
afterAll(() => rm(root, { recursive: true, force: true }));

test.each([
  { name: "a folder", given: "a" },
  { name: "a folder below others that are not there", given: "b/c/d" },
  { name: "a folder that is there", given: "." },
])("makes $name", async ({ given }) => {
  await makeFolder(join(root, given));
  expect((await stat(join(root, given))).isDirectory()).toBe(true);
});

test("makes one folder for many who ask at once", async () => {
  await Promise.all(Array.from({ length: 20 }, () => makeFolder(join(root, "e/f/g"))));
  expect((await stat(join(root, "e/f/g"))).isDirectory()).toBe(true);
});

// `/proc` is the file system at hand that answers ENOENT although the parent exists.
test.each([
  { name: "a file stands there", given: () => join(root, "file"), want: "EEXIST" },
  { name: "a file stands above it", given: () => join(root, "file/a"), want: "E(EXIST|NOTDIR)" },
  ...(process.platform === "linux"
    ? [{ name: "the file system takes none", given: () => "/proc/x/y", want: "ENOENT" }]
    : []),
])("says so, at once, where $name", async ({ given, want }) => {
  await expect(makeFolder(given())).rejects.toMatchObject({ code: expect.stringMatching(want) });
});
