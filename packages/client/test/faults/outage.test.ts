import { describe, expect, test } from "vitest";
import { createFlexClient } from "../entry.ts";
import { sends, sendsFor } from "./behaviours.ts";
import { channel, SID } from "./channel.ts";
import { startFaultServer, type Behaviour } from "./fault-server.ts";
import { answer, jsonAnswer } from "./http-message.ts";

const CALLS = 200;
const BUDGET = 10;

/** How often a server is asked by two hundred calls of one client that may all retry twice. */
async function requestsDuring(
  behaviour: Behaviour,
): Promise<{ readonly requests: number; readonly kinds: ReadonlySet<string> }> {
  const server = await startFaultServer(behaviour, "");
  const flex = createFlexClient({
    baseUrl: server.origin,
    accountSid: `AC${"0".repeat(32)}`,
    authToken: "token",
    maxRetries: 2,
    retryBudget: BUDGET,
    random: () => 0,
  });
  const results = await Promise.all(
    Array.from({ length: CALLS }, () => flex.safe.fetchChannel(SID)),
  );
  await server.close();
  return { requests: server.requests.length, kinds: new Set(results.map(({ kind }) => kind)) };
}

describe("an outage is not amplified", () => {
  test.each<readonly [string, Behaviour, string]>([
    ["503 to everything", sends(answer(503, [])), "http"],
    ["429 to everything", sends(answer(429, ["Retry-After: 0"])), "http"],
    [
      "a reset of everything",
      { onRequest: ({ socket }) => void socket.resetAndDestroy() },
      "connection",
    ],
  ])("%s costs the budget and no more", async (_name, behaviour, kind) => {
    const { requests, kinds } = await requestsDuring(behaviour);
    expect(requests).toBe(CALLS + BUDGET);
    expect(kinds).toEqual(new Set([kind]));
  });

  test("a service that fails now and then earns its retries back", async () => {
    const server = await startFaultServer(
      sendsFor(({ requestNumber }) =>
        requestNumber % 20 === 0 ? answer(503, []) : jsonAnswer(200, channel),
      ),
      "",
    );
    const flex = createFlexClient({
      baseUrl: server.origin,
      accountSid: `AC${"0".repeat(32)}`,
      authToken: "token",
      retryBudget: 1,
      random: () => 0,
    });
    const kinds = new Set<string>();
    for (let call = 0; call < CALLS; call += 1) kinds.add((await flex.safe.fetchChannel(SID)).kind);
    await server.close();
    expect(kinds).toEqual(new Set(["success"]));
  });
});
