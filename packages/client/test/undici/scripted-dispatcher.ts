import { Dispatcher } from "undici";
import type { ByteReaderLike, FetchLike, ResponseLike } from "../../src/index.ts";

/** A dispatcher of undici that gets its answers from a `fetch`, and tells of them as an agent does. */
export function scriptedDispatcher(fetch: FetchLike): Dispatcher {
  return new ScriptedDispatcher(fetch);
}

class ScriptedDispatcher extends Dispatcher {
  readonly #fetch: FetchLike;

  constructor(fetch: FetchLike) {
    super();
    this.#fetch = fetch;
  }

  override dispatch(
    request: Dispatcher.DispatchOptions,
    handler: Dispatcher.DispatchHandler,
  ): boolean {
    const aborter = new AbortController();
    const { signal } = aborter;
    const controller: Dispatcher.DispatchController = {
      get aborted() {
        return signal.aborted;
      },
      paused: false,
      get reason() {
        return signal.aborted ? signal.reason : null;
      },
      abort: (reason) => {
        if (signal.aborted) return;
        aborter.abort(reason);
        handler.onResponseError?.(controller, reason);
      },
      pause: () => undefined,
      resume: () => undefined,
    };
    const { origin, path, method, headers, body } = request;
    const init = {
      method,
      headers: { ...(headers as Record<string, string>) },
      redirect: "manual" as const,
      signal,
      ...(typeof body === "string" && { body }),
    };
    handler.onRequestStart?.(controller, {});
    (async () => this.#fetch(`${String(origin)}${path}`, init))()
      .then(async (response) => this.#tell(response, controller, handler))
      .catch((error: unknown) => {
        if (!signal.aborted) handler.onResponseError?.(controller, error as Error);
      });
    return true;
  }

  async #tell(
    { status, headers, body }: ResponseLike,
    controller: Dispatcher.DispatchController,
    handler: Dispatcher.DispatchHandler,
  ): Promise<void> {
    if (controller.aborted) return body?.cancel?.();
    const fields: Record<string, string> = {};
    headers.forEach((value, name) => {
      fields[name] = value;
    });
    handler.onResponseStart?.(controller, status, fields, "");
    const reader = body?.getReader();
    for (let value = await next(reader); value !== undefined; value = await next(reader)) {
      if (controller.aborted) break;
      handler.onResponseData?.(controller, Buffer.from(value));
    }
    if (!controller.aborted) handler.onResponseEnd?.(controller, {});
  }
}

async function next(reader: ByteReaderLike | undefined): Promise<Uint8Array | undefined> {
  return (await reader?.read())?.value;
}
