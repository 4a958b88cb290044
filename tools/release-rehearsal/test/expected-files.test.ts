import { expect, test } from "vitest";
import { describeDifference, expectedFiles, isBundlersOwn } from "../src/expected-files.ts";

const always = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];

const rows = [
  {
    name: "a source is shipped with code, declarations and a source map of each",
    given: { files: ["dist", "src"], tracked: ["src/a/b.ts"] },
    want: ["dist/a/b.d.ts", "dist/a/b.d.ts.map", "dist/a/b.js", "dist/a/b.js.map", "src/a/b.ts"],
  },
  {
    name: "a declaration file is shipped, and nothing is built from it",
    given: { files: ["dist", "src"], tracked: ["src/a.d.ts"] },
    want: ["src/a.d.ts"],
  },
  {
    name: "JSON is copied",
    given: { files: ["dist", "src"], tracked: ["src/a.json"] },
    want: ["dist/a.json", "src/a.json"],
  },
  {
    name: "a folder that `files` names is shipped as tracked",
    given: { files: ["dist", "bin"], tracked: ["bin/run.js", "binary/x"] },
    want: ["bin/run.js"],
  },
  {
    name: "a test is not shipped",
    given: { files: ["dist", "src"], tracked: ["test/a.test.ts", "vitest.config.ts"] },
    want: [],
  },
];

test.each(rows)("$name", ({ given, want }) => {
  const source = { manifest: { files: given.files }, trackedFiles: given.tracked };
  expect(expectedFiles(source)).toEqual([...always, ...want].toSorted());
});

const bundled = {
  files: ["dist", "src"],
  scripts: { build: "tsc && rolldown --config rolldown.config.mjs" },
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
};

test("a bundled package has declarations of every source, and code for its entries", () => {
  const trackedFiles = ["src/index.ts", "src/part.ts"];
  expect(expectedFiles({ manifest: bundled, trackedFiles })).toEqual(
    [
      ...always,
      "dist/index.d.ts",
      "dist/index.d.ts.map",
      "dist/index.js",
      "dist/part.d.ts",
      "dist/part.d.ts.map",
      "src/index.ts",
      "src/part.ts",
    ].toSorted(),
  );
});

test("a bundled command is an entry too", () => {
  const manifest = { ...bundled, bin: { command: "./bin/command.js" } };
  const files = expectedFiles({ manifest, trackedFiles: ["src/cli.ts", "src/index.ts"] });
  expect(files).toContain("dist/cli.js");
  expect(isBundlersOwn({ manifest }, "dist/cli.js.map")).toBe(true);
});

const added = [
  { name: "a bundler may add what entries share", given: "dist/shared/core.js", want: true },
  { name: "a bundler may add what is loaded later", given: "dist/chunks/a.js", want: true },
  { name: "a bundler may add its map", given: "dist/shared/core.js.map", want: true },
  { name: "a bundler may add an entry's map", given: "dist/index.js.map", want: true },
  { name: "an entry itself is no addition", given: "dist/index.js", want: false },
  { name: "code elsewhere is no addition", given: "dist/part.js", want: false },
];

test.each(added)("$name", ({ given, want }) => {
  expect(isBundlersOwn({ manifest: bundled }, given)).toBe(want);
});

test("without a bundler nothing is added", () => {
  const manifest = { ...bundled, scripts: { build: "tsc" } };
  expect(isBundlersOwn({ manifest }, "dist/shared/core.js")).toBe(false);
});

test("equal lists have no difference", () => {
  expect(describeDifference(["a"], ["a"])).toBeUndefined();
});

test("a difference names what is missing and what should not be there", () => {
  expect(describeDifference(["a", "b"], ["b", "c"])).toBe("missing a\nnot expected c");
});
