import type { RequestShape } from "@flex-channels/contract";
import type { Attempt } from "./attempt-record.ts";
import type { OperationArguments } from "./build-request.ts";
import { beginCall, elapsedMs, failCall, scrubbed } from "./call.ts";
import type { ClientState } from "./client-parts.ts";
import { classifyRefusal } from "./classify-failure.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { RequestOptions } from "./options.ts";
import type { Failure, Outcome } from "./outcome.ts";
import { readAnswer } from "./read-answer.ts";
import { send } from "./send.ts";
import { readCallOptions } from "./settings.ts";
import type { HeadersLike } from "./transport.ts";

/** What is known of a success beside its data. */
export interface ResponseMeta {
  /** All headers of the answer, as they came. */
  readonly headers: HeadersLike;
  /** The service's name for the request. */
  readonly requestId: string | undefined;
  /** Every attempt, oldest first; the last is the success. */
  readonly attempts: readonly Attempt[];
  /** From the call to the end of the body, in milliseconds. */
  readonly elapsedMs: number;
}

/** A success with its raw side, or the error. */
export type Result =
  | (ResponseMeta & { readonly kind: "success"; readonly status: number; readonly data: unknown })
  | FlexError;

/**
 * Calls an operation. Throws nothing: resolves to the success or the error. The raw side of a
 * success is left out where nobody asks for it.
 */
export async function callOperation(
  name: string,
  shape: RequestShape,
  client: ClientState,
  given: readonly unknown[],
  raw = false,
): Promise<Result> {
  const { argumentChecks, responseChecks, builder, heed, settings, observe } = client;
  const path: Record<string, unknown> = {};
  let position = 0;
  for (const one of shape.parameters ?? []) {
    if (one.in === "path") path[one.name] = given[position++];
  }
  const call = beginCall(shape, client, settings, observe);
  let outcome: Outcome;
  try {
    const options = given[position] as (RequestOptions & Partial<OperationArguments>) | undefined;
    const { query, header, cookie, body } = options ?? {};
    const args: OperationArguments = { path, query, header, cookie, body };
    if (options) call.settings = readCallOptions(options, settings);
    const issues = builder.check(shape, args, argumentChecks[name]);
    if (issues.length > 0) return failCall(call, { kind: "argument", reason: "not sent", issues });
    call.given = args;
    outcome = await send(call, builder.serialize(shape, args, call.settings), (answer) => {
      heed?.(call, answer);
      return readAnswer(call, answer, shape, responseChecks?.[name]);
    });
  } catch (cause) {
    // What the application brought along may throw: a getter, a signal, a source of chance.
    outcome = classifyRefusal(cause);
  }
  const { answer, attempts, tell } = call;
  if (outcome.kind !== "success" || !answer) return failCall(call, outcome as Failure);
  const { status, headers } = answer;
  // To take out of it what was sent is worth it only where it is asked for.
  const { details } = client;
  const shown = details && (raw || tell) ? scrubbed(call, details.shownOf(answer)) : undefined;
  const requestId = shown?.requestId;
  const meta = { status, attempts, elapsedMs: elapsedMs(call), requestId };
  tell?.("end", meta);
  return { ...meta, kind: "success", data: outcome.data, headers };
}
