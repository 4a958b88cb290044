import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WatchError, watchFiles } from "../src/watch-files.ts";

describe("watchFiles", () => {
  let root = "";
  let folder = "";
  let file = "";
  let count = 0;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "watch-"));
  });
  beforeEach(async () => {
    count += 1;
    folder = join(root, String(count));
    file = join(folder, "openapi.yaml");
    await mkdir(folder);
    await writeFile(file, "a");
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  /** Each action follows one run; after the last one the watch is ended. */
  const runsAfter = async (
    actions: readonly (() => unknown)[],
    more: readonly string[] = [],
  ): Promise<number> => {
    const stop = new AbortController();
    let runs = 0;
    const run = async (): Promise<readonly string[]> => {
      const action = actions[runs];
      runs += 1;
      if (action === undefined) stop.abort();
      // Saved while a run is under way, or after it: either way one more run follows.
      else if (runs % 2 === 0) setImmediate(action);
      else await action();
      return [file, ...more];
    };
    await watchFiles([file], run, stop.signal);
    return runs;
  };

  const saves = [
    { name: "written in place", save: () => writeFile(file, `${Math.random()}`) },
    {
      name: "renamed over the old one",
      save: async () => {
        await writeFile(`${file}~`, "b");
        await rename(`${file}~`, file);
      },
    },
    {
      name: "moved away and written anew",
      save: async () => {
        await rename(file, `${file}.bak`);
        await writeFile(file, "b");
      },
    },
    {
      name: "written with the same text",
      save: () => writeFile(file, "a"),
    },
    { name: "removed", save: () => rm(file, { force: true }) },
  ];
  test.each(saves)("a file that is $name is one more run", async ({ save }) => {
    expect(await runsAfter([save])).toBe(2);
  });

  test("saves in a row are seen, however they are done", async () => {
    expect(await runsAfter(saves.map(({ save }) => save))).toBe(saves.length + 1);
  });

  test("a file that a run names is watched, in its own folder too", async () => {
    const other = join(folder, "schemas", "a.yaml");
    await mkdir(join(folder, "schemas"));
    await writeFile(other, "a");
    expect(await runsAfter([() => writeFile(other, "b")], [other])).toBe(2);
    expect(
      await runsAfter([() => writeFile(file, "b"), () => writeFile(other, "c")], [other]),
    ).toBe(3);
  });

  test("a file that does not exist yet is watched", async () => {
    const other = join(folder, "later.yaml");
    expect(await runsAfter([() => writeFile(other, "b")], [other])).toBe(2);
  });

  test("a watched folder that goes ends the watch with a sentence", async () => {
    const actions = [() => rm(folder, { recursive: true }), () => undefined];
    await expect(runsAfter(actions)).rejects.toThrow(WatchError);
  });

  test("a run that fails ends the watch with its error", async () => {
    const failing = watchFiles(
      [file],
      () => Promise.reject(new Error("broken")),
      new AbortController().signal,
    );
    await expect(failing).rejects.toThrow("broken");
  });

  test("nothing runs once the signal has aborted", async () => {
    let runs = 0;
    const run = async (): Promise<readonly string[]> => [`${(runs += 1)}`];
    await watchFiles([file], run, AbortSignal.abort());
    expect(runs).toBe(0);
  });
});
