import type { Operation } from "@flex-channels/contract";
import type { OperationArguments } from "./build-request.ts";
import type { HeadersLike } from "./web.ts";

const harmless =
  /^(date|age|server|content-(type|length|encoding)|retry-after(-ms)?|(twilio-|x-)request-id|twilio-concurrent-requests|deprecation|sunset|location)$/;

/** The headers whose names are known to carry nothing secret, in lower case. */
export function redactHeaders(
  headers: HeadersLike,
  scrub: (text: string) => string,
): Record<string, string> {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (harmless.test(name)) shown[name] = scrub(value);
  });
  return shown;
}

/**
 * A URL that can be logged: the origin and the path's template. A path argument is filled in where
 * the document says by a pattern what it is; nothing else of the caller's is shown.
 */
export function redactUrl(
  baseUrl: string,
  { path, parameters }: Operation,
  given: OperationArguments | undefined,
): string {
  const { origin, pathname } = new URL(baseUrl);
  let shown = path;
  for (const { in: place, name, schema } of parameters) {
    if (place === "path" && schema.pattern !== undefined && given !== undefined) {
      shown = shown.replace(`{${name}}`, () => encodeURIComponent(String(given.path[name])));
    }
  }
  return `${origin}${pathname === "/" ? "" : "/…"}${shown}${given?.query ? "?…" : ""}`;
}
