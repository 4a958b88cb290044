import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { createMock } from "@flex-channels/mock";
import { failConnection, fixture, inSequence } from "@flex-channels/mock/testing";

const sid = "CHbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
const url = `https://flex-api.twilio.com/v1/Channels/${sid}`;
const headers = { authorization: `Basic ${btoa(`AC${"a".repeat(32)}:x`)}` };

void test("fixtures, faults and the mock work under node:test", async () => {
  const channel = fixture("fetchChannel", 200, { sid });
  const mock = createMock({ seed: { fetchChannel: [channel] } });
  const fetch = inSequence(mock, [failConnection()]);
  await rejects(fetch(url, { headers }), TypeError);
  const answered = await fetch(url, { headers });
  equal(answered.status, 200);
  deepEqual(await answered.json(), channel);
});
