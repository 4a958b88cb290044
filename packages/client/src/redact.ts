import type { FlexErrorDetails } from "./errors/flex-error-details.ts";
import type { Answer } from "./outcome.ts";

const harmlessNames =
  /^(date|age|content-(type|length|encoding)|retry-after(-ms)?|(twilio-|x-)request-id|twilio-concurrent-requests|deprecation|sunset)$/;

/** Numbers, HTTP-dates, hexadecimal ids, the media types and codings that everybody uses. */
const harmlessValue =
  /^(@?\d{1,12}|\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT|(RQ)?[\da-f-]{16,40}|(application|text)\/(problem\+)?(json|html|plain|xml)(; ?charset=utf-8)?|gzip|br|deflate|zstd)$/i;

/** A value from outside, if it is of a kind that cannot be a secret. */
export function harmless(value: string | null): string | undefined {
  return value !== null && harmlessValue.test(value) ? value : undefined;
}

/** What can be shown of an answer, before what was sent is taken out. */
export function shownOf(
  answer: Answer | undefined,
): Pick<FlexErrorDetails, "requestId" | "headers"> {
  if (!answer) return {};
  const { headers } = answer;
  const shown: Record<string, string> = {};
  try {
    headers.forEach((value, name) => {
      if (harmlessNames.test(name)) shown[name] = harmless(value) ?? "…";
    });
  } catch {
    // Headers of an application's own `fetch` may throw, with whatever text.
  }
  const id = headers.get("twilio-request-id") ?? headers.get("x-request-id");
  return { requestId: harmless(id), headers: shown };
}

/** What would end a line of a log, turn its text around or command a terminal. */
const unprintable = /[\p{Cc}\p{Bidi_C}\u2028\u2029]+/gu;

/** Shorter secrets than this would tear ordinary words apart. */
const shortest = 6;

/**
 * Takes every text that was sent, at any depth, out of whatever came back: a server may echo a
 * request, in part and in other letters. What is left is cut to one line of a length for people.
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
      typeof one === "string"
        ? one.replaceAll(secrets, "…").replaceAll(unprintable, " ").slice(0, 500)
        : one,
    ),
  ) as T;
}
