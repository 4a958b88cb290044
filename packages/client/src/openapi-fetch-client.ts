import { contract } from "@flex-channels/contract";
import type { Operation, paths } from "@flex-channels/contract";
import createClient from "openapi-fetch";
import type { Client } from "openapi-fetch";
import { beginCall, elapsedMs, failCall, tell } from "./call.ts";
import { addHeaders } from "./headers.ts";
import type { FlexClientOptions } from "./options.ts";
import type { Answer, Outcome } from "./outcome.ts";
import { redactUrl } from "./redact.ts";
import { send } from "./send.ts";
import { readClientOptions } from "./settings.ts";
import type { ClientSettings } from "./settings.ts";

/**
 * A genuine openapi-fetch client whose requests go through this package's credentials, retries,
 * deadlines and events. Bodies come from openapi-fetch, typed by the document and not judged by it.
 *
 * Answers with an error status resolve, as openapi-fetch has it; no answer rejects with a
 * `FlexError`.
 *
 * @throws {ConfigurationError} for options or credentials that cannot work
 */
export function createOpenapiFetchClient(options: FlexClientOptions = {}): Client<paths> {
  const client = readClientOptions(options, contract);
  return createClient<paths>({
    baseUrl: client.call.baseUrl,
    fetch: async (request) => fetchThrough(client, request),
  });
}

async function fetchThrough(client: ClientSettings, request: Request): Promise<Response> {
  const { method, url, headers, signal } = request;
  const { baseUrl } = client.call;
  const operation = findOperation(method, url.slice(baseUrl.length).replace(/[?#].*$/s, ""));
  const call = beginCall(client, operation?.operationId ?? "openapi-fetch", method, () =>
    redactUrl(baseUrl, operation ?? { path: "/…", parameters: [] }),
  );
  // The client may be given another base URL a call; credentials go to the configured one only.
  if (!url.startsWith(`${baseUrl}/`)) {
    const reason = "a base URL for one call: give it to createOpenapiFetchClient";
    throw failCall(call, { kind: "configuration", reason });
  }
  const text = await request.text();
  const prepared = {
    method,
    url,
    headers: addHeaders(client.call.headers, headers),
    ...(text !== "" && { body: text }),
  };
  const outcome = await send(call, prepared, signal, readRaw);
  const { answer, attempts } = call;
  if (outcome.kind !== "success") {
    const error = failCall(call, outcome);
    if (!answer || outcome.kind !== "http") throw error;
  } else if (call.observed) {
    tell(call, "end", { status: answer?.status, attempts, elapsedMs: elapsedMs(call) });
  }
  return toResponse(answer);
}

/** A real Response; its bytes are decoded and whole, whatever the headers say. */
function toResponse(answer: Answer | undefined): Response {
  const headers = new Headers();
  answer?.headers.forEach((value, name) => {
    if (name !== "content-encoding" && name !== "content-length") headers.append(name, value);
  });
  const { status = 0, bytes = new Uint8Array() } = answer ?? {};
  const empty = [204, 205, 304].includes(status);
  return new Response(empty ? null : new Uint8Array(bytes), { status, headers });
}

/** The operation whose path template a path fits. */
function findOperation(method: string, path: string): Operation | undefined {
  return Object.values(contract.operations).find(
    (operation) =>
      operation.method === method &&
      operation.path.split("/").length === path.split("/").length &&
      operation.path
        .split("/")
        .every((segment, index) => segment.startsWith("{") || segment === path.split("/")[index]),
  );
}

/** Leaves the body to openapi-fetch; the status alone decides about a retry. */
function readRaw({ status, truncated, broken }: Answer): Outcome {
  const word = String(status);
  if (status < 200 || status > 299) return { kind: "http", word };
  if (broken) return broken;
  return truncated
    ? { kind: "parse", reason: "a body longer than maxResponseBytes" }
    : { kind: "success", word, data: undefined };
}
