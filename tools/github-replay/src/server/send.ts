import type { ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";

/** Writes an answer with the headers that GitHub gives every one. */
export function send(
  response: ServerResponse,
  { status, body, text: other, headers }: Answer,
): void {
  const mediaType = other?.mediaType ?? "application/json; charset=utf-8";
  response.writeHead(status, {
    ...(body === undefined && other === undefined ? {} : { "content-type": mediaType }),
    "x-github-api-version-selected": "2022-11-28",
    "x-github-media-type": "github.v3; format=json",
    "x-github-request-id": "0000:0000:0000000:0000000:00000000",
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": "4999",
    ...headers,
  });
  response.end(other?.content ?? (body === undefined ? undefined : JSON.stringify(body)));
}
