import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DocumentError } from "../src/document-error.ts";
import { readSiteInput } from "../src/read-site-input.ts";
import { documentText } from "./site.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const today = "2026-11-22";

function repositoryWith(document: string): string {
  const repository = temporaryFolder();
  mkdirSync(join(repository, "spec"));
  mkdirSync(join(repository, "packages", "client"), { recursive: true });
  writeFileSync(join(repository, "spec", "openapi.yaml"), document);
  writeFileSync(join(repository, "packages", "client", "README.md"), "# Guide\n");
  return repository;
}

test("a tree without history or releases is read", async () => {
  const input = await readSiteInput({ repository: repositoryWith(documentText), today });
  expect(input.review.kind).toBe("none");
  expect(input.guide.markdown).toBe("# Guide\n");
  expect(input.changelogs.map(({ markdown, pending }) => ({ markdown, pending }))).toEqual([
    { markdown: undefined, pending: [] },
    { markdown: undefined, pending: [] },
  ]);
  expect(input.assets.map(({ path }) => path)).toEqual([
    "style.css",
    "icon.svg",
    "theme.js",
    "try-it.js",
  ]);
});

test("a document with errors is refused with the place of each", async () => {
  const repository = repositoryWith(documentText.replace("type: integer", "type: integr"));
  const read = readSiteInput({ repository, today });
  await expect(read).rejects.toThrow(DocumentError);
  await expect(read).rejects.toThrow(/spec\/openapi\.yaml:\d+:\d+ error There is no type "integr"/);
});
