import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeWhole, writerOf } from "../src/write-whole.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "write-whole-"));
  await mkdir(join(root, "folder"));
  await writeFile(join(root, "file"), "before");
});
afterEach(() => rm(root, { recursive: true, force: true }));

test.each([
  { name: "a new file", given: "new" },
  { name: "a file in folders that are not there", given: "a/b/new" },
  { name: "a file that is there", given: "file" },
])("writes $name, and nothing beside it", async ({ given }) => {
  await writeWhole(join(root, given), "after");
  expect(await readFile(join(root, given), "utf8")).toBe("after");
  const names = await readdir(root, { recursive: true });
  expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("many writers of one file leave the text of one", async () => {
  const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(1000));
  await Promise.all(texts.map((text) => writeWhole(join(root, "file"), text)));
  expect(texts).toContain(await readFile(join(root, "file"), "utf8"));
  expect((await readdir(root)).toSorted()).toEqual(["file", "folder"]);
});

test("a folder is not replaced, and what failed leaves nothing", async () => {
  await expect(writeWhole(join(root, "folder"), "after")).rejects.toMatchObject({ code: "EISDIR" });
  await expect(writeWhole(join(root, "file/a"), "after")).rejects.toMatchObject({
    code: expect.stringMatching(/EEXIST|ENOTDIR/),
  });
  expect((await readdir(root)).toSorted()).toEqual(["file", "folder"]);
});

test("what is there and is no file is written to", async () => {
  await symlink("/dev/null", join(root, "nowhere"));
  await writeWhole(join(root, "nowhere"), "after");
  expect(await readFile(join(root, "nowhere"), "utf8")).toBe("");
  await writeWhole("/dev/null", "after");
  expect(await readFile("/dev/null", "utf8")).toBe("");
});

test.each([
  {
    name: "what a process is writing",
    given: "a.ts.42.01234567-89ab-cdef-0123-456789abcdef.tmp",
    want: 42,
  },
  { name: "another temporary file", given: "a.ts.42.tmp", want: undefined },
  { name: "a file", given: "a.ts", want: undefined },
])("$name has the writer $want", ({ given, want }) => {
  expect(writerOf(given)).toBe(want);
});
