/** How one input of many came out. */
export interface Settled<Result> {
  readonly input: string;
  readonly result: Result;
}

export interface SettleManyOptions {
  /** How many calls are in flight, or wait for an earlier one, at most. */
  readonly concurrency: number;
  readonly order: "completion" | "input";
  readonly signal: AbortSignal;
  /** Told of every input when it is read. */
  readonly onInput?: () => void;
}

interface Flight<Result> {
  readonly input: string;
  landed?: { readonly result: Result };
}

/**
 * Calls once for every input and yields what came of it, as it comes or in the order of the
 * inputs. Inputs are read no faster than they are called. After an abort no more are read; what is
 * in flight is still yielded.
 */
export async function* settleMany<Result>(
  inputs: AsyncIterable<string> | Iterable<string>,
  call: (input: string) => Promise<Result>,
  { concurrency, order, signal, onInput }: SettleManyOptions,
): AsyncGenerator<Settled<Result>, void> {
  const source = Symbol.asyncIterator in inputs ? inputs[Symbol.asyncIterator]() : fromSync(inputs);
  const flights: Flight<Result>[] = [];
  const state: { reading: "ended" | "idle" | "waiting"; failure?: unknown } = { reading: "idle" };
  let wake = (): void => undefined;

  async function takeOff(input: string): Promise<void> {
    const flight: Flight<Result> = { input };
    flights.push(flight);
    flight.landed = { result: await call(input) };
    wake();
  }

  async function read(): Promise<void> {
    state.reading = "waiting";
    const { done, value } = await source.next();
    state.reading = done === true ? "ended" : "idle";
    if (done !== true) {
      onInput?.();
      keep(takeOff(value));
    }
    wake();
  }

  function keep(work: Promise<void>): void {
    work.catch((failure: unknown) => {
      state.failure = failure;
      wake();
    });
  }

  const onAbort = (): void => wake();
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    while (true) {
      if ("failure" in state) throw state.failure;
      const due = order === "input" ? flights[0] : flights.find(({ landed }) => landed);
      if (due?.landed !== undefined) {
        flights.splice(flights.indexOf(due), 1);
        yield { input: due.input, result: due.landed.result };
        continue;
      }
      const hasMore = state.reading !== "ended" && !signal.aborted;
      if (!hasMore && flights.length === 0) return;
      if (hasMore && state.reading === "idle" && flights.length < concurrency) keep(read());
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

async function* fromSync(inputs: Iterable<string>): AsyncGenerator<string, void> {
  yield* inputs;
}
