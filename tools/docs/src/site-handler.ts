import { contentType } from "./content-type.ts";
import type { SiteFile } from "./render-site.ts";

/** Path below which the mock answers, relative to the pages. */
export const mockBase = "mock";

export interface SiteHandlerOptions {
  /** The site as it is now; asked at every request for a page. */
  readonly site: () => Promise<readonly SiteFile[]>;
  readonly mock: (request: Request) => Promise<Response>;
  /**
   * Path that the site stands below.
   * @default "/"
   */
  readonly path?: string;
}

/** Answers with the site's files, and below `mock/` as the mock does: one origin, no CORS. */
export function siteHandler(options: SiteHandlerOptions): (request: Request) => Promise<Response> {
  const { site, mock, path = "/" } = options;
  return async (request) => {
    const url = new URL(request.url);
    if (!url.pathname.startsWith(path)) return plain(404, "Nothing is here.");
    const inside = url.pathname.slice(path.length);
    if (inside.startsWith(`${mockBase}/`)) {
      const target = new URL(`/${inside.slice(mockBase.length + 1)}${url.search}`, url.origin);
      return mock(new Request(target, request));
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      return plain(405, "Pages can be fetched.", { allow: "GET, HEAD" });
    }
    const wanted = inside === "" ? "index.html" : decode(inside);
    const file = (await site()).find((each) => each.path === wanted);
    if (file === undefined) return plain(404, "There is no such page.");
    return new Response(request.method === "HEAD" ? null : file.text, {
      headers: { "content-type": contentType(file.path), ...headers },
    });
  };
}

const headers = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

function plain(
  status: number,
  text: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  const type = { "content-type": "text/plain; charset=utf-8" };
  return new Response(`${text}\n`, { status, headers: { ...type, ...headers, ...more } });
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
