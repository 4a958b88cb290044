import { refuseOption } from "../refuse.ts";
import type { AbortSignalLike, PlatformAbortSignal } from "../transport.ts";
import { createConcurrency } from "./concurrency.ts";
import type { ConcurrencyBounds } from "./concurrency.ts";
import { isThrottled, readLoad } from "./read-load.ts";

/** What became of one id; `index` counts the distinct ids of the source from 0. */
export type Settled<Id, Value> =
  | { readonly kind: "fulfilled"; readonly id: Id; readonly index: number; readonly value: Value }
  | { readonly kind: "rejected"; readonly id: Id; readonly index: number; readonly error: unknown };

/** Fetches one id; must heed the signal. */
export type FetchOne<Id, Value> = (
  id: Id,
  context: { readonly signal: PlatformAbortSignal },
) => Promise<Value>;

export interface FetchManyOptions {
  /** Ends the run at once; `resume` goes on from there. */
  readonly signal?: AbortSignalLike | undefined;
  /** Results in the order of the ids, not as they come. @default false */
  readonly ordered?: boolean | undefined;
  /** How many requests may be in flight. */
  readonly concurrency?: ConcurrencyBounds | undefined;
  /** How often an id that ends in a 429 is asked again, at a lower concurrency. @default 3 */
  readonly maxRequeues?: number | undefined;
  /**
   * How many distinct ids are remembered, to fetch a duplicate once; the oldest is forgotten first.
   * It bounds memory: a duplicate that comes later than that is fetched again. @default 100_000
   */
  readonly maxRemembered?: number | undefined;
}

/** One run over the ids: iterate it once. */
export interface ManyRun<Id, Value> extends AsyncIterable<Settled<Id, Value>> {
  /**
   * After an abort: a run over what was not yielded, duplicates of what was included. What had
   * settled and was not yielded is yielded, not fetched again.
   */
  resume(options?: FetchManyOptions): ManyRun<Id, Value>;
}

interface Item<Id> {
  readonly id: Id;
  readonly index: number;
  requeues: number;
}

/** What outlives one run: where the source stands and what is still owed. */
interface Progress<Id, Value> {
  readonly source: Iterator<Id> | AsyncIterator<Id>;
  /** Ids that were drawn, the oldest first; bounded. */
  readonly seen: Set<Id>;
  /** How many distinct ids were drawn. */
  drawn: number;
  readonly waiting: Item<Id>[];
  readonly ready: Map<number, Settled<Id, Value>>;
  next: number;
  pulling: boolean;
  end: "open" | "exhausted" | { readonly error: unknown };
  wake: () => void;
}

/**
 * Fetches any number of ids with as much concurrency as the service bears, and yields what became of
 * each: an error is a result like another. Ids are drawn from the source only as they are needed,
 * and an id that comes twice is fetched once.
 *
 * @throws the signal's reason when it aborts, and what the source throws
 * @throws {ConfigurationError} at once, for bounds that cannot work
 * @example for await (const one of fetchMany(sids, (sid, o) => flex.fetchChannel(sid, o))) …
 */
export function fetchMany<Id, Value>(
  ids: Iterable<Id> | AsyncIterable<Id>,
  fetchOne: FetchOne<Id, Value>,
  options: FetchManyOptions = {},
): ManyRun<Id, Value> {
  const source = Symbol.asyncIterator in ids ? ids[Symbol.asyncIterator]() : ids[Symbol.iterator]();
  return createRun(fetchOne, options, {
    source,
    seen: new Set(),
    drawn: 0,
    waiting: [],
    ready: new Map(),
    next: 0,
    pulling: false,
    end: "open",
    wake: () => undefined,
  });
}

function createRun<Id, Value>(
  fetchOne: FetchOne<Id, Value>,
  options: FetchManyOptions,
  progress: Progress<Id, Value>,
): ManyRun<Id, Value> {
  const { concurrency = {}, maxRequeues, maxRemembered } = options;
  requireAtLeast(1, "concurrency.initial", concurrency.initial);
  requireAtLeast(1, "concurrency.max", concurrency.max);
  requireAtLeast(0, "maxRequeues", maxRequeues);
  requireAtLeast(0, "maxRemembered", maxRemembered);
  return {
    [Symbol.asyncIterator]: () => iterate(fetchOne, options, progress),
    resume: (more = {}) =>
      createRun(fetchOne, { ...options, signal: undefined, ...more }, progress),
  };
}

function requireAtLeast(least: number, name: string, value: unknown): void {
  if (value !== undefined && !(typeof value === "number" && value >= least)) {
    refuseOption(name, `a number, at least ${least}`, value);
  }
}

async function* iterate<Id, Value>(
  fetchOne: FetchOne<Id, Value>,
  options: FetchManyOptions,
  progress: Progress<Id, Value>,
): AsyncGenerator<Settled<Id, Value>, void, undefined> {
  const { ready, waiting } = progress;
  const { signal, ordered = false, concurrency: bounds = {}, maxRequeues = 3 } = options;
  const { maxRemembered = 100_000 } = options;
  const concurrency = createConcurrency(bounds);
  // What is owed or held back at any time: it keeps memory flat, in order or not.
  const window = 2 * (bounds.max ?? 32);
  const inFlight = new Set<Item<Id>>();
  const controller = new AbortController();
  let running = true;

  const start = async (item: Item<Id>): Promise<void> => {
    const { id, index } = item;
    const { epoch } = concurrency;
    inFlight.add(item);
    let settled: Settled<Id, Value>;
    try {
      const value = await fetchOne(id, { signal: controller.signal });
      settled = { kind: "fulfilled", id, index, value };
    } catch (error) {
      settled = { kind: "rejected", id, index, error };
    }
    if (!running) return;
    inFlight.delete(item);
    const outcome = settled.kind === "fulfilled" ? settled.value : settled.error;
    concurrency.settle(readLoad(outcome), epoch);
    if (isThrottled(outcome) && item.requeues++ < maxRequeues) waiting.unshift(item);
    else ready.set(index, settled);
    progress.wake();
  };
  const fill = (): void => {
    while (inFlight.size < concurrency.limit) {
      const item = waiting.shift();
      if (item === undefined) {
        if (ready.size + inFlight.size < window) void pull(progress, maxRemembered);
        return;
      }
      void start(item);
    }
  };
  const abort = (): void => {
    running = false;
    controller.abort(signal?.reason);
    progress.wake();
  };

  const woken = (): Promise<void> =>
    new Promise((resolve) => {
      progress.wake = resolve;
    });
  signal?.addEventListener("abort", abort, { once: true });
  if (signal?.aborted) abort();
  let finished = false;
  try {
    for (;;) {
      const wake = woken();
      if (running) fill();
      const first = ordered ? progress.next : ready.keys().next().value;
      const settled = first === undefined ? undefined : ready.get(first);
      if (!running) throw signal?.reason;
      if (settled !== undefined) {
        ready.delete(settled.index);
        progress.next += 1;
        yield settled;
      } else if (inFlight.size > 0 || waiting.length > 0 || progress.pulling) {
        await wake;
      } else if (progress.end === "exhausted") {
        finished = true;
        return;
      } else if (progress.end === "open") {
        await wake;
      } else {
        finished = true;
        throw progress.end.error;
      }
    }
  } finally {
    signal?.removeEventListener("abort", abort);
    const left = running && !finished;
    running = false;
    controller.abort();
    waiting.unshift(...[...inFlight].toSorted((a, b) => a.index - b.index));
    // Left by `break`: the source is closed, as `for await` would. One that still owes an id cannot
    // be waited for.
    if (left) {
      const closed = progress.source.return?.();
      if (!progress.pulling) await closed;
    }
  }
}

/** Draws one id, one at a time. It may come after the run that asked for it; then the next has it. */
async function pull<Id, Value>(
  progress: Progress<Id, Value>,
  maxRemembered: number,
): Promise<void> {
  if (progress.pulling || progress.end !== "open") return;
  progress.pulling = true;
  try {
    const { done, value } = await progress.source.next();
    if (done === true) {
      progress.end = "exhausted";
    } else if (!progress.seen.has(value)) {
      progress.waiting.push({ id: value, index: progress.drawn++, requeues: 0 });
      progress.seen.add(value);
      for (const oldest of progress.seen) {
        if (progress.seen.size <= maxRemembered) break;
        progress.seen.delete(oldest);
      }
    }
  } catch (error) {
    progress.end = { error };
  }
  progress.pulling = false;
  progress.wake();
}
