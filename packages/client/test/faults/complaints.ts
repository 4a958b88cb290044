import { deepStrictEqual } from "node:assert/strict";
import { isFlexError, type Channel, type FlexError } from "../../src/index.ts";
import { outputsOf, secretsIn } from "./canary.ts";
import { channel } from "./channel.ts";
import type { FaultRow, Want } from "./fault-row.ts";
import type { Sighting } from "./run-row.ts";

/** What is wrong with the client, judged by one row; empty if nothing is. */
export function complaintsAbout(
  { want, calls = 1, pending = 0 }: FaultRow,
  sighting: Sighting,
): readonly string[] {
  const { outcome, requestCount, trapRequests, pendingRequests, events } = sighting;
  const requests = [want.requests ?? calls].flat();
  return [
    ...complain(
      requests.includes(requestCount),
      `${requestCount} requests, not ${String(requests)}`,
    ),
    ...complain(trapRequests.length === 0, `a request to another origin: ${String(trapRequests)}`),
    ...complain(pendingRequests <= pending, `${pendingRequests} requests left behind`),
    ...events.flatMap(indiscretions),
    ...(outcome.kind === "success"
      ? complaintsAboutData(want, outcome.data)
      : complaintsAboutError(want, outcome.error)),
  ];
}

/** What is wrong with a success. */
export function complaintsAboutData(want: Want, data: Channel): string[] {
  return [
    ...complain([want.kind].flat().includes("success"), `a success, not ${String(want.kind)}`),
    ...complaintsOf(() => {
      (want.data ?? ((value) => deepStrictEqual(value, channel)))(data);
    }),
  ];
}

/** What is wrong with a failure. */
export function complaintsAboutError(want: Want, error: unknown): string[] {
  if (!isFlexError(error)) return [`an error of another kind: ${String(error)}`];
  return [
    ...complain(
      [want.kind].flat().includes(error.kind),
      `${error.kind}, not ${String(want.kind)}: ${error.message}`,
    ),
    ...(["status", "retryable", "code"] as const).flatMap((name) =>
      complain(
        !(name in want) || error[name] === want[name],
        `${name} is ${error[name]}, not ${want[name]}`,
      ),
    ),
    ...complaintsOf(() => want.error?.(error)),
    ...complaintsAboutPromises(error),
    ...indiscretions(error),
  ];
}

/** What every error carries, whatever the row. */
function complaintsAboutPromises(error: FlexError): string[] {
  const sent = error.kind !== "argument" && error.kind !== "configuration";
  return [
    ...complain(error.method === "GET", `the method is ${error.method}`),
    ...complain(error.operationId === "fetchChannel", `the operation is ${error.operationId}`),
    ...complain(error.url?.includes("/v1/Channels/") === true, `the URL is ${error.url}`),
    ...complain(error.elapsedMs >= 0, `it took ${error.elapsedMs} ms`),
    ...complain(error.code === undefined || Number.isFinite(error.code), `code ${error.code}`),
    ...complain(
      (error.kind !== "parse" && error.kind !== "contract" && error.kind !== "http") ||
        // A compression that is broken leaves nothing to show.
        "cause" in error ||
        typeof error.rawBody === "string",
      "no raw body",
    ),
    ...complain(!sent || error.attempts.length > 0, "no attempt is recorded"),
    ...complain(
      error.attempts.every(({ reason }) => reason !== ""),
      "an attempt without a reason",
    ),
    ...complain(error.kind !== "connection" || "cause" in error, "no cause"),
    ...complain(
      (error.rawBody?.length ?? 0) <= 65_536,
      `${error.rawBody?.length} characters of body`,
    ),
    ...complain(JSON.stringify(error).length <= 65_536, "an unbounded toJSON"),
  ];
}

/** The outputs of a value that show a secret. */
export function indiscretions(value: unknown): string[] {
  return Object.entries(outputsOf(value)).flatMap(([how, text]) =>
    complain(secretsIn(text).length === 0, `${how} shows a secret: ${text.slice(0, 2000)}`),
  );
}

function complain(holds: boolean, complaint: string): string[] {
  return holds ? [] : [complaint];
}

function complaintsOf(judge: () => void): string[] {
  try {
    judge();
    return [];
  } catch (error) {
    return [String(error)];
  }
}
