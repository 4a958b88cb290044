import { fetchMany } from "@flex-channels/client/many";
import type { Invocation } from "./invocation.ts";
import type { Result } from "./operation-method.ts";

/** How the call for one value came out. */
export interface Settled {
  readonly input: string;
  readonly result: Result;
}

export interface SettleCallsOptions extends Pick<Invocation, "client" | "concurrency" | "order"> {
  readonly isSingle: boolean;
  readonly signal: AbortSignal;
  /** Told of every value when it is read for the first time. */
  readonly onInput: () => void;
}

/**
 * Calls once for every distinct value and yields what came of it, with as much concurrency as the
 * service bears. A stop ends it at once; what was yielded is all there is.
 */
export async function* settleCalls(
  values: AsyncIterable<string> | Iterable<string>,
  call: (input: string, signal: unknown) => Promise<Result>,
  { client, concurrency, isSingle, onInput, order, signal }: SettleCallsOptions,
): AsyncGenerator<Settled, void> {
  const repeatsNothing = isSingle || client.maxRetries === 0;
  const run = fetchMany(
    counted(values, onInput),
    (input, { signal: ended }) => call(input, ended),
    {
      signal,
      ordered: order === "input",
      concurrency: { max: concurrency },
      maxRequeues: repeatsNothing ? 0 : undefined,
    },
  );
  try {
    for await (const settled of run) {
      // The client's safe methods do not reject: this is a fault of the command.
      if (settled.kind === "rejected") throw settled.error;
      yield { input: settled.id, result: settled.value };
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function* counted(
  values: AsyncIterable<string> | Iterable<string>,
  onInput: () => void,
): AsyncGenerator<string, void> {
  const seen = new Set<string>();
  for await (const value of values) {
    if (!seen.has(value)) onInput();
    seen.add(value);
    yield value;
  }
}
