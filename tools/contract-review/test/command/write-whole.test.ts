import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeWhole } from "../../src/command/write-whole.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "write-whole-"));
  await mkdir(join(root, "folder"));
  await writeFile(join(root, "file"), "before");
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe("writeWhole", () => {
  it.each(["new.md", "deep/er/new.md", "file"])("writes %s", async (file) => {
    await writeWhole(root, file, "after");
    expect(await readFile(join(root, file), "utf8")).toBe("after");
  });

  it.each([
    { name: "a folder", file: "folder", want: "it is a folder" },
    { name: "a path through a file", file: "file/a.md", want: "a part of its path is a file" },
    { name: "a name that is too long", file: "a".repeat(300), want: "its name is too long" },
  ])("says which file cannot be written and what to do, for $name", async ({ file, want }) => {
    const error: unknown = await writeWhole(root, file, "after").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "UsageError" });
    expect(String(error)).toContain(`${file} cannot be written: ${want}`);
    expect(String(error)).toContain("ame ");
    expect((await readdir(root)).toSorted()).toEqual(["file", "folder"]);
  });

  it("puts no file in the place of what is none", async () => {
    const socket = createServer();
    await new Promise<void>((resolve) => {
      socket.listen(join(root, "socket"), resolve);
    });
    await expect(writeWhole(root, "socket", "after")).rejects.toThrow("socket cannot be written");
    expect((await stat(join(root, "socket"))).isSocket()).toBe(true);
    await new Promise((resolve) => {
      socket.close(resolve);
    });
  });
});
