import { expect, test } from "vitest";
import { ancestors, diffTrees, mergeBase } from "../../src/state/diff-trees.ts";
import { createState } from "../../src/state/github-state.ts";

test("two branches grew from the last commit that both have", () => {
  const state = createState({ repository: "o/r" });
  state.commit({ branch: "main", sha: "1" });
  state.commit({ branch: "main", sha: "2" });
  state.commit({ branch: "edit", sha: "3", parents: ["2"] });
  state.commit({ branch: "main", sha: "4" });
  state.commit({ branch: "edit", sha: "5", parents: ["3", "4"] });
  expect(mergeBase(state.commits, "2", "3")?.sha).toBe("2");
  expect(mergeBase(state.commits, "4", "5")?.sha).toBe("4");
  expect([...ancestors(state.commits, "5")]).toEqual(["5", "3", "4", "2", "1"]);
  state.commit({ sha: "6" });
  expect(mergeBase(state.commits, "4", "6")).toBeUndefined();
});

test("of two files with one text, one move is found for each", () => {
  const state = createState({ repository: "o/r" });
  const base = state.commit({ sha: "1", files: { a: "same", b: "same", c: "kept" } });
  const head = state.commit({ sha: "2", files: { x: "same", y: "same", z: "same", c: "kept" } });
  expect(
    diffTrees(base, head).map(({ status, filename, previousFilename }) => [
      status,
      filename,
      previousFilename,
    ]),
  ).toEqual([
    ["renamed", "x", "a"],
    ["renamed", "y", "b"],
    ["added", "z", undefined],
  ]);
});

test("two states of equal history have equal hashes and times", () => {
  const tell = (): unknown => {
    const state = createState({ repository: "o/r" });
    const { sha } = state.commit({ branch: "main", files: { a: "a" } });
    return [sha, state.openIssue({ title: "T" })];
  };
  expect(tell()).toEqual(tell());
});
