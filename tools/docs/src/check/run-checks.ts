import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Chromium } from "@flex-channels/gear/chromium";
import type { Gear } from "@flex-channels/gear/install-gear";
import { createMock, serve } from "@flex-channels/mock";
import { readSiteInput } from "../read-site-input.ts";
import { renderSite, type SiteFile } from "../render-site.ts";
import { mockBase, siteHandler } from "../site-handler.ts";
import { writeSite } from "../write-site.ts";
import { checkBehaviour } from "./check-behaviour.ts";
import { checkPages, checkReflow } from "./check-pages.ts";
import { commentFiles, readComments } from "./comment-files.ts";
import { hostileDocument } from "./hostile-document.ts";
import { openBrowser } from "./open-browser.ts";
import type { Row } from "./row.ts";
import { sampleReview } from "./sample-review.ts";

export interface RunOptions {
  readonly repository: string;
  readonly gear: Gear;
  readonly chromium: Extract<Chromium, { kind: "found" }>;
  readonly pictures: string;
}

/** Below a path, because that is where a project's pages stand. */
const path = "/some/where/";

/** Serves the site on loopback, opens it in a browser, and looks. */
export async function runChecks(options: RunOptions): Promise<readonly Row[]> {
  const { repository, gear, chromium, pictures } = options;
  await mkdir(pictures, { recursive: true });
  const today = new Date().toISOString().slice(0, 10);
  const input = await readSiteInput({ repository, today });
  const review = await sampleReview(input.document, today);
  const files = renderSite({ ...input, review, mockBase });
  const comments = await readComments(repository);
  const served = [...files, ...(await commentFiles(gear, review, comments))];
  const site = (): Promise<readonly SiteFile[]> => Promise.resolve(served);
  const server = await serve(siteHandler({ site, mock: createMock(), path }));
  const temporary = await mkdtemp(join(tmpdir(), "docs-check-"));
  try {
    const folder = join(temporary, "site");
    await writeSite(folder, renderSite({ ...input, review }));
    const hostileFolder = join(temporary, "hostile");
    const document = hostileDocument(input.document);
    await writeSite(hostileFolder, renderSite({ ...input, document, review }));
    const axe = await readFile(gear.file("axe-core", "axe.min.js"), "utf8");
    await using browser = await openBrowser(gear, chromium);
    const address = `${server.url}${path}`;
    const names = comments.map(({ path: name }) => name);
    const stage = { browser, address, comments: names, folder, hostileFolder, axe, pictures };
    return [
      ...(await checkPages(stage)),
      ...(await checkReflow(stage)),
      ...(await checkBehaviour(stage)),
    ];
  } finally {
    await server.close();
    await rm(temporary, { recursive: true, force: true });
  }
}
