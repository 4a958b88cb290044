import { Agent } from "undici-7";
import { afterAll, describe, expect, test, vi } from "vitest";
import { createFlexClient } from "../../src/undici.ts";
import type { DispatcherLike } from "../../src/undici.ts";
import { complaintsAbout } from "../faults/complaints.ts";
import { allRows } from "../faults/rows/all-rows.ts";
import { runRow } from "../faults/run-row.ts";

/* A dispatcher may be of another undici than the one that the entry finds. */

vi.setConfig({ maxConcurrency: 24, testTimeout: 120_000 });

const agent = new Agent();
const { connection = [], framing = [], "keep-alive": keepAlive = [], redirect = [] } = allRows;
const rows = [...connection, ...framing, ...keepAlive, ...redirect];

type Handler = Readonly<Record<string, (...given: unknown[]) => unknown>>;

/** Undici 6 knows none of the names of 7, which still knows all of 6. */
const namesOfUndici6 = ["onConnect", "onHeaders", "onData", "onComplete", "onError"];

const dispatchers: readonly { readonly name: string; readonly dispatcher: DispatcherLike }[] = [
  { name: "undici 7", dispatcher: agent },
  {
    name: "what speaks as undici 6 does",
    dispatcher: {
      dispatch: (request, handler) => {
        const spoken = namesOfUndici6.map((name) => [
          name,
          (...given: unknown[]) => (handler as Handler)[name]?.(...given),
        ]);
        return agent.dispatch({ ...request, method: "GET" }, Object.fromEntries(spoken));
      },
    },
  },
];

afterAll(async () => agent.destroy());

describe.each(dispatchers)("on a dispatcher of $name", ({ dispatcher }) => {
  const entry = {
    createFlexClient: (options: object = {}) => createFlexClient({ ...options, dispatcher }),
    globalDispatcher: () => agent,
  };

  test.concurrent.each(rows.map((row) => [row.name, row] as const))("%s", async (_name, row) => {
    expect(complaintsAbout(row, await runRow(row, "safe", entry))).toEqual([]);
  });
});
