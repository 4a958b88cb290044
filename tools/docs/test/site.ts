import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadDocument, type OpenApiDocument } from "@flex-channels/document";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toText } from "hast-util-to-text";
import { renderSite, type SiteFile, type SiteInput } from "../src/render-site.ts";

const repository = join(import.meta.dirname, "..", "..", "..");

export const documentText: string = readFileSync(join(repository, "spec", "openapi.yaml"), "utf8");
export const readme: string = readFileSync(
  join(repository, "packages", "client", "README.md"),
  "utf8",
);

/** A document from its text; one that is refused is a mistake of the test. */
export function documentOf(text: string): OpenApiDocument {
  const result = loadDocument({ file: "openapi.yaml", bytes: new TextEncoder().encode(text) });
  if (result.kind === "loaded") return result.document;
  throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
}

export function siteInput(text: string = documentText, more: Partial<SiteInput> = {}): SiteInput {
  return {
    document: documentOf(text),
    guide: { markdown: readme, linkBase: "https://example.com/packages/client/" },
    changelogs: [{ package: "@flex-channels/contract", markdown: undefined, pending: [] }],
    review: { kind: "none", reason: "Nothing changed." },
    assets: [],
    ...more,
  };
}

/** One file of a rendered site. */
export function fileOf(files: readonly SiteFile[], path: string): string {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`no ${path}`);
  return file.text;
}

/** A page as a browser reads it, parsed by the rules of HTML. */
export function pageOf(input: SiteInput, path = "index.html"): Root {
  return fromHtml(fileOf(renderSite(input), path));
}

export function one(tree: Root | Element, selector: string): Element {
  const found = select(selector, tree);
  if (found === undefined) throw new Error(`nothing matches ${selector}`);
  return found;
}

export function all(tree: Root | Element, selector: string): readonly Element[] {
  return selectAll(selector, tree);
}

/** What a person reads, blanks run together. */
export function textOf(tree: Root | Element): string {
  return toText(tree).replaceAll(/\s+/g, " ").trim();
}
