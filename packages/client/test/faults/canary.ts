import { format, inspect } from "node:util";

/**
 * Secrets that the suite hands to the client. Quotes, spaces and non-ASCII letters are there so that
 * escaping, percent-encoding and UTF-8 cannot hide one from the search, nor from a redactor.
 */
export const canaries = {
  accountSid: "ACfedcba9876543210fedcba9876543210",
  authToken: 'canary-token/+="é"-7f3a9c',
  header: "canary-header-2b8e41",
  /** A real auth token looks like an id. */
  hexToken: "7f3a9c2b8e41d05566c0ffee1badcafe",
  /** A secret of the server's own: it shares no piece with what was sent, so no scrubbing finds it. */
  server: "kestrel-4d1f",
} as const;

/** The credentials as Basic authentication sends them (RFC 7617 §2). */
export const basicCredentials: string = Buffer.from(
  `${canaries.accountSid}:${canaries.authToken}`,
).toString("base64");

/** Long enough not to be met by chance, short enough to see a secret that was cut. */
const PIECE_LENGTH = 12;

/** The part of the Basic credentials that only somebody who knows the token can write. */
const secretBase64 = basicCredentials.slice(Math.ceil(((canaries.accountSid.length + 1) * 4) / 3));

const pieces: readonly string[] = [
  "canary",
  "kestrel",
  canaries.hexToken,
  ...Array.from({ length: secretBase64.length - PIECE_LENGTH }, (_, start) =>
    secretBase64.slice(start, start + PIECE_LENGTH),
  ),
].map((piece) => piece.toLowerCase());

/** The secrets, or pieces of them, that a text shows. */
export function secretsIn(text: string): readonly string[] {
  const searched = text.toLowerCase();
  return pieces.filter((piece) => searched.includes(piece));
}

/** Everything a person or a log can get out of a value without asking for a property by name. */
export function outputsOf(value: unknown): Readonly<Record<string, string>> {
  return {
    String: String(value),
    stack: value instanceof Error ? String(value.stack) : "",
    JSON: JSON.stringify(value) ?? "",
    inspect: inspect(value),
    "inspect with everything shown": inspect(value, {
      depth: Infinity,
      showHidden: true,
      maxStringLength: Infinity,
      maxArrayLength: Infinity,
    }),
    // Node prints an uncaught error like this.
    "inspect without custom inspection": inspect(value, { depth: Infinity, customInspect: false }),
    "inspect with nothing left out": inspect(value, {
      depth: Infinity,
      customInspect: false,
      showHidden: true,
    }),
    format: format("%s %o %O %j", value, value, value, value),
    keys: JSON.stringify(spread(value)),
  };
}

/** What a logger sees that copies own properties, along the chain of causes. */
function spread(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null || depth > 8) return String(value);
  return Object.entries(value).map(([name, inner]) => [name, spread(inner, depth + 1)]);
}
