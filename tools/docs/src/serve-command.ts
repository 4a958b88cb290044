import { once } from "node:events";
import { join } from "node:path";
import { createMock, serve } from "@flex-channels/mock";
import { describeError } from "./describe-error.ts";
import { freshSite } from "./fresh-site.ts";
import { repository, toolFolder } from "./folders.ts";
import { renderRepository } from "./render-repository.ts";
import { mockBase, siteHandler } from "./site-handler.ts";
import { sources } from "./sources.ts";

/** What the page is made of while the server runs; its own code is loaded once. */
const watched = [
  sources.document,
  sources.guide,
  ".changeset",
  ...sources.packages.map(({ folder }) => `${folder}/CHANGELOG.md`),
]
  .map((file) => join(repository, file))
  .concat(sources.assets.map((file) => join(toolFolder, file)));

/** Serves the site with the mock behind it until it is interrupted. */
export async function serveCommand(port: number): Promise<void> {
  const site = freshSite({
    files: watched,
    render: () => renderRepository({ mockBase }),
    onError: (error) => console.error(`The page stays as it was.\n${describeError(error)}`),
  });
  // First the port: whether it is free is known at once.
  const served = await serve(siteHandler({ site, mock: createMock() }), { port });
  try {
    await site();
    console.log(`The reference page, with the mock behind it: ${served.url}/\nCtrl-C ends it.`);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  } finally {
    await served.close();
  }
}
