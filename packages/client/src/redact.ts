import type { Operation } from "@flex-channels/contract";
import type { OperationArguments } from "./build-request.ts";
import type { HeadersLike } from "./transport.ts";

const harmlessNames =
  /^(date|age|content-(type|length|encoding)|retry-after(-ms)?|(twilio-|x-)request-id|twilio-concurrent-requests|deprecation|sunset)$/;

/** Numbers, HTTP-dates, hexadecimal ids, the media types and codings that everybody uses. */
const harmlessValue =
  /^(@?\d{1,12}|\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT|(RQ)?[\da-f-]{16,40}|(application|text)\/(problem\+)?(json|html|plain|xml)(; ?charset=utf-8)?|gzip|br|deflate|zstd)$/i;

/** A value from outside, if it is of a kind that cannot be a secret. */
export function harmless(value: string | null): string | undefined {
  return value !== null && harmlessValue.test(value) ? value : undefined;
}

/** The headers whose names are known to carry nothing secret; other values than usual are masked. */
export function redactHeaders(headers: HeadersLike): Record<string, string> {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (harmlessNames.test(name)) shown[name] = harmless(value) ?? "…";
  });
  return shown;
}

/**
 * A URL that can be logged: the origin and the path's template. A path argument is filled in where
 * the document says by a pattern what it is; nothing else of the caller's is shown.
 */
export function redactUrl(
  baseUrl: string,
  { path, parameters }: Pick<Operation, "path" | "parameters">,
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

/** Shorter secrets than this would tear ordinary words apart. */
const shortest = 6;

/**
 * Takes every text that was sent, at any depth, out of whatever came back: a server may echo a
 * request, in part and in other letters. What is left is cut to a length for people.
 */
export function scrub<T>(value: T, sent: unknown): T {
  const pieces: string[] = [];
  JSON.stringify(sent, (_, secret: unknown) => {
    if (typeof secret === "string" && secret.length >= shortest) {
      pieces.push(secret);
      for (let at = 0; at + shortest <= Math.min(secret.length, 500); at++) {
        pieces.push(secret.slice(at, at + shortest));
      }
    }
    return secret;
  });
  const escaped = pieces.map((piece) => piece.replaceAll(/\W/g, String.raw`\$&`));
  const secrets = new RegExp(escaped.join("|") || "$^", "gi");
  return JSON.parse(
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === "string" ? one.replaceAll(secrets, "…").slice(0, 500) : one,
    ),
  ) as T;
}
