import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readChangelog } from "../src/read-changelog.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const wanted = { name: "@a/b", folder: "b" };

test("released and pending changes of the package are read, those of others are not", async () => {
  const repository = temporaryFolder();
  mkdirSync(join(repository, "b"));
  mkdirSync(join(repository, ".changeset"));
  writeFileSync(join(repository, "b", "CHANGELOG.md"), "# @a/b\n");
  writeFileSync(join(repository, ".changeset", "README.md"), "About changesets");
  writeFileSync(
    join(repository, ".changeset", "x.md"),
    '---\n"@a/b": minor\n"@a/c": major\n---\n\nNew.\n',
  );
  writeFileSync(join(repository, ".changeset", "y.md"), '---\n"@a/c": patch\n---\n\nOther.\n');
  expect(await readChangelog(repository, wanted)).toEqual({
    package: "@a/b",
    markdown: "# @a/b\n",
    pending: [{ bump: "minor", summary: "New." }],
  });
});

test("a repository without either has nothing to tell", async () => {
  expect(await readChangelog(temporaryFolder(), wanted)).toEqual({
    package: "@a/b",
    markdown: undefined,
    pending: [],
  });
});
