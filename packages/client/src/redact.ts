import type { Operation } from "@flex-channels/contract";
import type { OperationArguments } from "./build-request.ts";
import type { HeadersLike } from "./web.ts";

const harmless =
  /^(date|age|server|content-(type|length|encoding)|retry-after(-ms)?|(twilio-|x-)request-id|twilio-concurrent-requests|deprecation|sunset)$/;

/** The headers whose names are known to carry nothing secret. */
export function redactHeaders(headers: HeadersLike): Record<string, string> {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (harmless.test(name)) shown[name] = value;
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
  given?: OperationArguments,
): string {
  const { origin, pathname } = new URL(baseUrl);
  let shown = path;
  for (const { in: place, name, schema } of parameters) {
    if (given && place === "path" && schema.pattern !== undefined) {
      shown = shown.replace(`{${name}}`, () => encodeURIComponent(String(given.path[name])));
    }
  }
  return `${origin}${pathname === "/" ? "" : "/…"}${shown}${given?.query ? "?…" : ""}`;
}

/**
 * Takes what was sent out of whatever came back, at any depth: a server may echo a request. Short
 * pieces stay, they would tear ordinary words apart.
 */
export function scrub<T>(value: T, sent: Iterable<string>): T {
  const secrets = [...sent]
    .flatMap((text) => [text, ...text.split(/[\s,;=&"]+/)])
    .filter((text) => text.length > 5)
    .toSorted((a, b) => b.length - a.length);
  const text = JSON.stringify(value, (_, one: unknown) =>
    typeof one === "string"
      ? secrets.reduce((left, secret) => left.replaceAll(secret, "…"), one)
      : one,
  );
  return JSON.parse(text) as T;
}
