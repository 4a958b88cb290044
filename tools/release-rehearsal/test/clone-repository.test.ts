import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanEnvironment } from "@flex-channels/gear/clean-environment";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cloneRepository } from "../src/clone-repository.ts";

let root = "";
let repository = "";

const git = (...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@localhost", ...args], {
    cwd: repository,
    encoding: "utf8",
  });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "rehearsal-clone-"));
  repository = join(root, "repository");
  execFileSync("git", ["init", "--quiet", "--initial-branch=main", repository]);
  await writeFile(join(repository, "kept.txt"), "committed");
  await writeFile(join(repository, "removed.txt"), "committed");
  git("add", "--all");
  git("commit", "--quiet", "--message=first");
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function clone(workingTree: boolean): Promise<readonly string[]> {
  const lines: string[] = [];
  await cloneRepository({
    repository,
    directory: join(root, "clone"),
    workingTree,
    env: cleanEnvironment(process.env),
    signal: new AbortController().signal,
    log: (line) => lines.push(line),
  });
  return lines;
}

const cloned = (name: string): Promise<string> => readFile(join(root, "clone", name), "utf8");

test("the last commit is rehearsed, and uncommitted changes are named", async () => {
  await writeFile(join(repository, "kept.txt"), "changed");
  const lines = await clone(false);
  expect(lines).toEqual([expect.stringContaining("1 uncommitted changes are not rehearsed")]);
  expect(await cloned("kept.txt")).toBe("committed");
});

test("the working tree is taken over on demand: changed, new and removed files", async () => {
  await writeFile(join(repository, "kept.txt"), "changed");
  await writeFile(join(repository, "new.txt"), "new");
  await rm(join(repository, "removed.txt"));
  expect(await clone(true)).toEqual([]);
  expect([await cloned("kept.txt"), await cloned("new.txt")]).toEqual(["changed", "new"]);
  await expect(cloned("removed.txt")).rejects.toThrow("ENOENT");
});

test("the repository itself is not touched", async () => {
  await writeFile(join(repository, "kept.txt"), "changed");
  const before = git("status", "--porcelain");
  await clone(true);
  expect(git("status", "--porcelain")).toBe(before);
});
