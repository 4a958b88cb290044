import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { loadDocument, renderDiagnostics, type OpenApiDocument } from "@flex-channels/document";
import { DocumentError } from "./document-error.ts";
import { findEarlierDocument } from "./find-earlier-document.ts";
import { toolFolder } from "./folders.ts";
import { readChangelog } from "./read-changelog.ts";
import { reviewLastChange } from "./review-last-change.ts";
import type { SiteFile, SiteInput } from "./render-site.ts";
import { sources } from "./sources.ts";

export interface ReadOptions {
  readonly repository: string;
  readonly today: string;
  readonly mockBase?: string;
}

/**
 * Reads all that a site is made of from a working tree and its history.
 * @throws {DocumentError} where the document is no valid one
 */
export async function readSiteInput(options: ReadOptions): Promise<SiteInput> {
  const { repository, today, mockBase } = options;
  const document = await readDocument(repository);
  const [contract] = sources.packages;
  const earlier = await findEarlierDocument({
    repository,
    path: sources.document,
    text: document.text,
    package: contract.name,
  });
  const { repositoryUrl } = sources;
  return {
    document,
    guide: {
      markdown: await readFile(join(repository, sources.guide), "utf8"),
      linkBase: `${repositoryUrl}/blob/main/${dirname(sources.guide)}/`,
    },
    changelogs: await Promise.all(sources.packages.map((each) => readChangelog(repository, each))),
    review: await reviewLastChange({ document, earlier, today, repositoryUrl }),
    assets: await Promise.all(sources.assets.map(readAsset)),
    ...(mockBase === undefined ? {} : { mockBase }),
  };
}

async function readDocument(repository: string): Promise<OpenApiDocument> {
  const bytes = await readFile(join(repository, sources.document));
  const result = loadDocument({ file: sources.document, bytes });
  if (result.kind === "loaded") return result.document;
  throw new DocumentError(renderDiagnostics(result.diagnostics, result.sources, { color: false }));
}

async function readAsset(file: string): Promise<SiteFile> {
  return { path: basename(file), text: await readFile(join(toolFolder, file), "utf8") };
}
