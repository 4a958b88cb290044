import { once } from "node:events";
import { join, relative, resolve } from "node:path";
import { createMock, isMockError, serve } from "@flex-channels/mock";
import { DocumentError } from "./document-error.ts";
import { exitStatus } from "./exit-status.ts";
import { freshSite } from "./fresh-site.ts";
import { help } from "./help.ts";
import { parseOptions } from "./options.ts";
import { readSiteInput } from "./read-site-input.ts";
import { renderSite, type SiteFile } from "./render-site.ts";
import { mockBase, siteHandler } from "./site-handler.ts";
import { sources } from "./sources.ts";
import { OutputError, writeSite } from "./write-site.ts";

const toolFolder = join(import.meta.dirname, "..");
const repository = resolve(toolFolder, "..", "..");

async function render(mock: { readonly mockBase?: string }): Promise<readonly SiteFile[]> {
  const today = new Date().toISOString().slice(0, 10);
  return renderSite(await readSiteInput({ repository, today, ...mock }));
}

async function build(out: string | undefined): Promise<void> {
  const folder = out === undefined ? join(toolFolder, "dist") : resolve(out);
  const files = await render({});
  await writeSite(folder, files);
  console.log(`${String(files.length)} files in ${relative(process.cwd(), folder) || folder}`);
}

async function serveUntilInterrupted(port: number): Promise<void> {
  const site = freshSite({
    files: [
      sources.document,
      sources.guide,
      ".changeset",
      ...sources.packages.map(({ folder }) => `${folder}/CHANGELOG.md`),
      "tools/docs/assets/style.css",
      "tools/docs/browser/theme.js",
      "tools/docs/browser/try-it.js",
    ].map((file) => join(repository, file)),
    render: () => render({ mockBase }),
    onError: (error) => console.error(`The page stays as it was.\n${describe(error)}`),
  });
  await site();
  const served = await serve(siteHandler({ site, mock: createMock() }), { port });
  console.log(`The reference page, with the mock behind it: ${served.url}/\nCtrl-C ends it.`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await served.close();
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  switch (options.kind) {
    case "help":
      console.log(help);
      return exitStatus.done;
    case "wrong":
      console.error(`${options.message}\n\n${help}`);
      return exitStatus.usage;
    case "build":
      await build(options.out);
      return exitStatus.done;
    case "serve":
      await serveUntilInterrupted(options.port);
      return exitStatus.done;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isForeseen =
    error instanceof OutputError ||
    isMockError(error) ||
    (error instanceof Error && "code" in error);
  if (error instanceof DocumentError) process.exitCode = exitStatus.document;
  else if (isForeseen) process.exitCode = exitStatus.unable;
  else throw error;
  console.error(describe(error));
}
