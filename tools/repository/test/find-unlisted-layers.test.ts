import { expect, test } from "vitest";
import { findUnlistedLayers } from "../src/find-unlisted-layers.ts";

const layer = (folder: string) => ({ folder, mayImport: [], reason: "because" });

const rows = [
  {
    name: "a row for each folder is complete",
    given: { folders: ["packages/a", "tools/b"], layers: ["tools/b", "packages/a"] },
    want: [],
  },
  {
    name: "a folder without a row could import anything",
    given: { folders: ["packages/a", "tools/b"], layers: ["packages/a"] },
    want: ["tools/b has no row: nothing says what it may import"],
  },
  {
    name: "a row without a folder guards nothing",
    given: { folders: ["packages/a"], layers: ["packages/a", "tools/b"] },
    want: ["tools/b has a row and is no package"],
  },
] as const;

test.each(rows)("$name", ({ given: { folders, layers }, want }) => {
  expect(findUnlistedLayers(folders, layers.map(layer))).toEqual(want);
});
