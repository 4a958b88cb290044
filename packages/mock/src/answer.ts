import type { Example } from "@flex-channels/contract";
import { errorBody } from "./error-body.ts";

/** An answer as data: everything of a response but its request id. */
export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly mediaType?: string;
  /** `undefined` for no content. */
  readonly body?: unknown;
}

export interface ErrorAnswerOptions {
  readonly example?: Example<unknown> | undefined;
  readonly message?: string;
  readonly headers?: ReadonlyMap<string, string>;
}

/** An error: as the document shows it, else in Twilio's form. */
export function errorAnswer(status: number, options: ErrorAnswerOptions = {}): Answer {
  const { example, message, headers = new Map<string, string>() } = options;
  if (example !== undefined) return exampleAnswer(status, example, headers);
  return { status, headers, mediaType: "application/json", body: errorBody(status, { message }) };
}

/** A documented example, with headers of ours below its own. */
export function exampleAnswer(
  status: number,
  example: Example<unknown>,
  headers: ReadonlyMap<string, string>,
): Answer {
  const own = Object.entries(example.headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    value,
  ]);
  return {
    status,
    headers: new Map([...headers, ...own]),
    ...(example.mediaType === undefined ? {} : { mediaType: example.mediaType }),
    body: example.body,
  };
}

/** Statuses whose responses have no content (RFC 9110 §6.4.1). */
const withoutContent: ReadonlySet<number> = new Set([204, 205, 304]);

/** The response to send; the answer to `HEAD` keeps the headers and loses the content. */
export function toResponse(answer: Answer, method: string, requestId: string): Response {
  const headers = new Headers([...answer.headers]);
  headers.set("Twilio-Request-Id", requestId);
  if (headers.has("X-Request-Id")) headers.set("X-Request-Id", requestId);
  if (answer.body === undefined || withoutContent.has(answer.status)) {
    return new Response(null, { status: answer.status, headers });
  }
  const mediaType = answer.mediaType ?? "application/json";
  const bytes = new TextEncoder().encode(serialise(answer.body, mediaType));
  headers.set("Content-Type", mediaType);
  headers.set("Content-Length", `${bytes.byteLength}`);
  return new Response(method === "HEAD" ? null : bytes, { status: answer.status, headers });
}

function serialise(body: unknown, mediaType: string): string {
  const isJson = /[/+]json$/.test(mediaType);
  return typeof body === "string" && !isJson ? body : JSON.stringify(body);
}
