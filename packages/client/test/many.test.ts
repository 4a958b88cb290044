import { describe, expect, test } from "vitest";
import { ConfigurationError, createFlexClient, HttpError } from "../src/index.ts";
import { createConcurrency } from "../src/many/concurrency.ts";
import { fetchMany } from "../src/many.ts";
import type { FetchManyOptions, Settled } from "../src/many.ts";
import { account, channel, json, sid } from "./scripted-fetch.ts";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function collect<Id, Value>(
  run: AsyncIterable<Settled<Id, Value>>,
): Promise<Settled<Id, Value>[]> {
  const all: Settled<Id, Value>[] = [];
  for await (const one of run) all.push(one);
  return all;
}

/** Numbers from 0, drawn one by one, and how many were. */
function counting(end: number): {
  readonly ids: Iterable<number>;
  readonly drawn: () => number;
  readonly closed: () => boolean;
} {
  let drawn = 0;
  let closed = false;
  function* ids(): Generator<number> {
    try {
      while (drawn < end) yield drawn++;
    } finally {
      closed = true;
    }
  }
  return { ids: ids(), drawn: () => drawn, closed: () => closed };
}

async function* nineIds(): AsyncGenerator<number> {
  for (let id = 0; id < 9; id++) {
    await turn();
    yield id;
  }
}

function* brokenIds(): Generator<number> {
  yield 1;
  throw new Error("the source's own");
}

/** Takes longer for smaller ids. */
const slower = async (id: number): Promise<number> => {
  for (let turns = 5 - (id % 5); turns > 0; turns--) await turn();
  return id * 10;
};

describe("many ids", () => {
  test("settle as they come", async () => {
    const all = await collect(fetchMany([0, 1, 2, 3], slower));
    expect(all.map(({ id }) => id)).toEqual([3, 2, 1, 0]);
    expect(all).toContainEqual({ kind: "fulfilled", id: 2, index: 2, value: 20 });
  });

  test("settle in order where that is asked for", async () => {
    const all = await collect(fetchMany(counting(40).ids, slower, { ordered: true }));
    expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, id) => id));
  });

  test("come from an async source too", async () => {
    expect(await collect(fetchMany(nineIds(), slower))).toHaveLength(9);
  });

  test("may be none", async () => {
    expect(await collect(fetchMany([], slower))).toEqual([]);
  });

  test("that come twice are fetched once", async () => {
    const fetched: string[] = [];
    const ids = ["a", "b", "a", "c", "b", "a"];
    const all = await collect(
      fetchMany(ids, async (id) => {
        fetched.push(id);
      }),
    );
    expect(fetched).toEqual(["a", "b", "c"]);
    expect(all.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  test("are remembered up to a bound, so that memory stays flat", async () => {
    const fetched: string[] = [];
    const fetchOne = async (id: string): Promise<void> => void fetched.push(id);
    const all = await collect(
      fetchMany(["a", "b", "b", "c", "c", "a"], fetchOne, { maxRemembered: 2 }),
    );
    expect(fetched).toEqual(["a", "b", "c", "a"]);
    expect(all.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  });

  test("fail one by one, beside the others", async () => {
    const error = new Error("x");
    const all = await collect(
      fetchMany([1, 2, 3], async (id) => {
        if (id === 2) throw error;
        return id;
      }),
    );
    expect(all).toContainEqual({ kind: "rejected", id: 2, index: 1, error });
    expect(all.filter(({ kind }) => kind === "fulfilled")).toHaveLength(2);
  });

  test.each([{ ordered: false }, { ordered: true }])(
    "are drawn no further than they are needed (%o)",
    async ({ ordered }) => {
      const { ids, drawn } = counting(100_000);
      const run = fetchMany(ids, async (id) => id, { ordered, concurrency: { max: 8 } });
      const iterator = run[Symbol.asyncIterator]();
      for (let taken = 0; taken < 5; taken++) await iterator.next();
      for (let turns = 0; turns < 50; turns++) await turn();
      expect(drawn()).toBeLessThanOrEqual(5 + 2 * 8 + 1);
      await iterator.return?.();
    },
  );

  test("are not held back in order by one that takes for ever, beyond the window", async () => {
    const { ids, drawn } = counting(100_000);
    const run = fetchMany(
      ids,
      (id) => (id === 0 ? new Promise<number>(() => undefined) : Promise.resolve(id)),
      {
        ordered: true,
        concurrency: { max: 8 },
      },
    );
    const iterator = run[Symbol.asyncIterator]();
    void iterator.next();
    for (let turns = 0; turns < 200; turns++) await turn();
    expect(drawn()).toBeLessThanOrEqual(2 * 8 + 1);
  });

  test("are left by break: the source is closed, requests in flight are aborted", async () => {
    const { ids, closed } = counting(100);
    const signals: AbortSignal[] = [];
    for await (const _ of fetchMany(ids, async (id, { signal }) => {
      signals.push(signal);
      return id === 0 ? id : new Promise(() => undefined);
    })) {
      break;
    }
    expect(closed()).toBe(true);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });

  test("end with what the source throws, after what was fetched", async () => {
    const got: number[] = [];
    const consume = async (): Promise<void> => {
      for await (const { id } of fetchMany(brokenIds(), slower)) got.push(id);
    };
    await expect(consume()).rejects.toThrow("the source's own");
    expect(got).toEqual([1]);
  });
});

describe("an abort of many", () => {
  const interrupted = async (
    options: FetchManyOptions,
  ): Promise<{
    readonly before: number[];
    readonly after: number[];
    readonly fetched: number[];
    readonly closed: boolean;
  }> => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const { ids, closed } = counting(30);
    const fetched: number[] = [];
    const before: number[] = [];
    const run = fetchMany(
      ids,
      async (id, { signal }) => {
        await turn();
        signal.throwIfAborted();
        fetched.push(id);
        return id;
      },
      { ...options, signal: controller.signal },
    );
    await expect(async () => {
      for await (const { id } of run) {
        before.push(id);
        if (before.length === 7) controller.abort(reason);
      }
    }).rejects.toBe(reason);
    expect(closed()).toBe(false);
    const after = (await collect(run.resume())).map(({ id }) => id);
    return { before, after, fetched, closed: closed() };
  };

  test.each([{ ordered: false }, { ordered: true }])(
    "is resumed without loss or repetition (%o)",
    async (options) => {
      const { before, after, fetched, closed } = await interrupted(options);
      const all = Array.from({ length: 30 }, (_, id) => id);
      expect(before).toHaveLength(7);
      expect([...before, ...after].toSorted((a, b) => a - b)).toEqual(all);
      expect(fetched.toSorted((a, b) => a - b)).toEqual(all);
      expect(closed).toBe(true);
      expect(!options.ordered || after.every((id, at) => id === at + 7)).toBe(true);
    },
  );

  test("before the first draws nothing", async () => {
    const { ids, drawn } = counting(5);
    const signal = AbortSignal.abort(new Error("no"));
    await expect(collect(fetchMany(ids, slower, { signal }))).rejects.toThrow("no");
    expect(drawn()).toBe(0);
  });

  test("leaves no listener when nothing was aborted", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners++;
      add(...given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners--;
      remove(...given);
    };
    await collect(fetchMany([1, 2], slower, { signal }));
    expect(listeners).toBe(0);
  });
});

describe("concurrency", () => {
  const fine = { throttled: false, accountRequests: undefined };
  const throttled = { throttled: true, accountRequests: undefined };

  test("grows by one a round and halves at a 429", () => {
    const concurrency = createConcurrency({ initial: 4, max: 6 });
    for (let success = 0; success < 5; success++) concurrency.settle(fine, concurrency.epoch);
    expect(concurrency.limit).toBe(5);
    for (let success = 0; success < 50; success++) concurrency.settle(fine, concurrency.epoch);
    expect(concurrency.limit).toBe(6);
    concurrency.settle(throttled, concurrency.epoch);
    expect(concurrency.limit).toBe(3);
  });

  test("halves once for all requests of one round", () => {
    const concurrency = createConcurrency({ initial: 16 });
    const { epoch } = concurrency;
    for (let failure = 0; failure < 16; failure++) concurrency.settle(throttled, epoch);
    expect(concurrency.limit).toBe(8);
  });

  test("never falls below one", () => {
    const concurrency = createConcurrency({});
    for (let failure = 0; failure < 50; failure++) concurrency.settle(throttled, concurrency.epoch);
    expect(concurrency.limit).toBe(1);
  });

  test("stays where the account's load has been refused before", () => {
    const concurrency = createConcurrency({ initial: 4 });
    concurrency.settle({ throttled: true, accountRequests: 100 }, concurrency.epoch);
    for (let success = 0; success < 50; success++) {
      concurrency.settle({ throttled: false, accountRequests: 99 }, concurrency.epoch);
    }
    expect(concurrency.limit).toBe(2);
    for (let success = 0; success < 50; success++) {
      concurrency.settle({ throttled: false, accountRequests: 60 }, concurrency.epoch);
    }
    expect(concurrency.limit).toBeGreaterThan(4);
  });

  test("keeps below what a service bears, and every id is fetched", async () => {
    let inFlight = 0;
    let peak = 0;
    let refused = 0;
    const bears = 6;
    const flex = createFlexClient({
      ...account,
      maxRetries: 0,
      fetch: async () => {
        peak = Math.max(peak, ++inFlight);
        const status = inFlight > bears ? 429 : 200;
        if (status === 429) refused++;
        await turn();
        const headers = { "Twilio-Concurrent-Requests": String(inFlight) };
        inFlight--;
        return json(status, status === 200 ? channel : { code: 20429 }, headers)();
      },
    });
    const sids = Array.from({ length: 300 }, (_, n) => `CH${n.toString(16).padStart(32, "0")}`);
    const all = await collect(
      fetchMany(sids, (id, options) => flex.safe.fetchChannel(id, options), { maxRequeues: 9 }),
    );
    const succeeded = all.filter((one) => one.kind === "fulfilled" && one.value.kind === "success");
    expect(succeeded).toHaveLength(300);
    expect(peak).toBeLessThanOrEqual(bears + 2);
    expect(refused).toBeLessThan(30);
  });

  test("asks again only so often", async () => {
    let asked = 0;
    const all = await collect(
      fetchMany([sid], async () => {
        asked++;
        throw new HttpError({ status: 429 });
      }),
    );
    expect(asked).toBe(4);
    expect(all).toMatchObject([{ kind: "rejected", error: { status: 429 } }]);
  });
});

describe("a bound that cannot work is refused before an id is drawn", () => {
  const bounds: readonly FetchManyOptions[] = [
    ...[0, -1, Number.NaN].flatMap((value) => [
      { concurrency: { initial: value } },
      { concurrency: { max: value } },
    ]),
    { maxRequeues: Number.NaN },
    { maxRemembered: Number.NaN },
  ];
  test.each(bounds)("%o", (options) => {
    const { ids, drawn } = counting(3);
    expect(() => fetchMany(ids, async (id) => id, options)).toThrow(ConfigurationError);
    expect(drawn()).toBe(0);
  });
});
