import { argumentChecks } from "@flex-channels/contract/arguments";
import { requests } from "@flex-channels/contract/requests";
import type { paths, RequestShape } from "@flex-channels/contract";
import createClient from "openapi-fetch";
import type { Client } from "openapi-fetch";
import { isSuccess } from "./attempt.ts";
import { beginCall, elapsedMs, failCall } from "./call.ts";
import { classifyRefusal } from "./classify-failure.ts";
import { details, environment, events, retryDates } from "./behaviours.ts";
import { addHeaders } from "./headers.ts";
import type { ClientState } from "./client-parts.ts";
import { createState } from "./create-methods.ts";
import { anyBuilder } from "./openapi-fetch.ts";
import type { FlexClientOptions } from "./options.ts";
import type { Answer, Outcome } from "./outcome.ts";
import { send } from "./send.ts";

const parts = {
  requests,
  argumentChecks,
  builder: anyBuilder,
  ...details,
  ...environment,
  ...events,
  ...retryDates,
};

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
  const client = createState(parts, options);
  return createClient<paths>({
    baseUrl: client.settings.baseUrl,
    fetch: async (request) => fetchThrough(client, request),
  });
}

async function fetchThrough(client: ClientState, request: Request): Promise<Response> {
  const { method, url, headers, signal } = request;
  const { settings, observe } = client;
  const { baseUrl } = settings;
  const operation = findOperation(method, url.slice(baseUrl.length).replace(/[?#].*$/s, ""));
  const call = beginCall(
    operation ?? { operationId: "openapi-fetch", method, path: "/…" },
    client,
    settings,
    observe,
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
    headers: addHeaders(settings.headers, headers),
    ...(text !== "" && { body: text }),
  };
  call.settings = { ...settings, signal };
  const outcome = await send(call, prepared, readRaw).catch(classifyRefusal);
  const { answer, attempts } = call;
  if (outcome.kind !== "success") {
    const error = failCall(call, outcome);
    // Of another status no Response can be made (Fetch §5.5).
    const { status = 0 } = answer ?? {};
    if (outcome.kind !== "http" || status < 200 || status > 599) throw error;
  } else {
    call.tell?.("end", { status: answer?.status, attempts, elapsedMs: elapsedMs(call) });
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
function findOperation(method: string, path: string): RequestShape | undefined {
  return Object.values(requests.operations).find(
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
  if (!isSuccess(status)) return { kind: "http" };
  if (broken) return broken;
  return truncated
    ? { kind: "parse", reason: "a body longer than maxResponseBytes" }
    : { kind: "success", data: undefined };
}
