import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export async function receive(incoming: IncomingMessage, url: string): Promise<ReceivedRequest> {
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(", ")] as const],
  );
  return {
    method: incoming.method ?? "GET",
    target: new URL(incoming.url ?? "/", url),
    headers: Object.fromEntries(headers),
    body: await text(incoming),
  };
}

/** The token of a request. */
export function bearer({ headers }: ReceivedRequest): string | undefined {
  return /^(?:Bearer|token) (.+)$/i.exec(headers["authorization"] ?? "")?.[1];
}

/** Headers that may be kept. */
export function withoutToken(
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { authorization: _, ...rest } = headers;
  return rest;
}
