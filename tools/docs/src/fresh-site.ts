import { stat } from "node:fs/promises";
import type { SiteFile } from "./render-site.ts";

export interface FreshSiteOptions {
  /** Files whose change makes the site another. */
  readonly files: readonly string[];
  readonly render: () => Promise<readonly SiteFile[]>;
  /** Told why a new site could not be rendered; the last good one stays. */
  readonly onError: (error: unknown) => void;
}

/**
 * A site that is rendered again when it is asked for and one of its sources has changed: nothing
 * watches, and a page is never older than its sources.
 */
export function freshSite(options: FreshSiteOptions): () => Promise<readonly SiteFile[]> {
  let known: { readonly stamp: string; readonly site: Promise<readonly SiteFile[]> } | undefined;
  return async () => {
    const stamp = await stampOf(options.files);
    if (known?.stamp === stamp) return known.site;
    const former = known?.site;
    const site = options.render().catch(async (error: unknown) => {
      if (former === undefined) throw error;
      options.onError(error);
      return former;
    });
    known = { stamp, site };
    return site;
  };
}

async function stampOf(files: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ mtimeMs, size }) => `${String(mtimeMs)} ${String(size)}`,
        () => "missing",
      ),
    ),
  );
  return stamps.join("\n");
}
