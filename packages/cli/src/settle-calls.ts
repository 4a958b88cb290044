import type { Invocation } from "./invocation.ts";
import type { Result } from "./operation-method.ts";
import { settleMany } from "./settle-many.ts";
import type { Settled } from "./settle-many.ts";

export interface SettleCallsOptions extends Pick<Invocation, "client" | "concurrency" | "order"> {
  readonly isSingle: boolean;
  readonly signal: AbortSignal;
  /** Told of every value when it is read. */
  readonly onInput: () => void;
}

/** Calls once for every value and yields what came of it; after an abort no value is read. */
export async function* settleCalls(
  values: AsyncIterable<string> | Iterable<string>,
  call: (input: string, signal: unknown) => Promise<Result>,
  options: SettleCallsOptions,
): AsyncGenerator<Settled<Result>, void> {
  yield* settleMany(values, (input) => call(input, options.signal), options);
}
