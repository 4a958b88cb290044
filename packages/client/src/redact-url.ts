import type { RequestShape } from "@flex-channels/contract";

/**
 * A URL that can be logged: the origin and the path's template. A path argument is filled in where
 * the document says by a pattern what it is; nothing else of the caller's is shown.
 */
export function redactUrl(
  baseUrl: string,
  { path, parameters = [] }: Pick<RequestShape, "path" | "parameters">,
  given: { readonly path: Readonly<Record<string, unknown>>; readonly query?: unknown } | undefined,
): string {
  const { origin, pathname } = new URL(baseUrl);
  let shown = origin + (pathname === "/" ? "" : "/…") + path;
  for (const { name, described } of parameters) {
    if (given && described) {
      shown = shown.replace(`{${name}}`, () => encodeURIComponent(String(given.path[name])));
    }
  }
  return given?.query ? `${shown}?…` : shown;
}
