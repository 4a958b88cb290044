import { repository } from "./folders.ts";
import { readSiteInput } from "./read-site-input.ts";
import { renderSite, type SiteFile } from "./render-site.ts";

/** The site of this repository as it stands, today. */
export async function renderRepository(
  mock: { readonly mockBase?: string } = {},
): Promise<readonly SiteFile[]> {
  const today = new Date().toISOString().slice(0, 10);
  return renderSite(await readSiteInput({ repository, today, ...mock }));
}
