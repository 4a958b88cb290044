import type * as main from "../../../src/index.ts";
import { canaries } from "../canary.ts";
import { SID } from "../channel.ts";
import { createTriggeredClock } from "../triggered-clock.ts";

/*
 * A program of its own: `call-once.ts <entry> <origin> <safe|throwing> [told]`. It calls once, prints
 * what keeps its process alive after that, and ends if nothing does. With `told` the call has time
 * until its standard input ends.
 */
const [entry = "", origin = "", form = "", told] = process.argv.slice(2);
const clock = createTriggeredClock();
if (told) process.stdin.once("end", clock.expire).resume();
const { createFlexClient }: Pick<typeof main, "createFlexClient"> = await import(
  `../../../src/${entry}.ts`
);
const flex = createFlexClient({
  baseUrl: origin,
  accountSid: canaries.accountSid,
  authToken: canaries.authToken,
  headers: { "X-Application-Secret": canaries.header },
  timeoutMs: 20_000,
  ...(told && { clock }),
  maxRetries: 0,
});
// Uncaught on purpose: what Node prints then ends up in somebody's log.
if (form === "throwing") await flex.fetchChannel(SID);
const { kind } = await flex.safe.fetchChannel(SID);
for (let turn = 0; turn < 100; turn += 1) {
  await new Promise((resolve) => setImmediate(resolve));
}
// A socket that is kept for the next request does not keep a process alive, and is not listed.
console.log(JSON.stringify({ kind, alive: process.getActiveResourcesInfo().filter(isOurs) }));

/** The pipes to the parent are not the client's. */
function isOurs(name: string): boolean {
  return name !== "PipeWrap" && name !== "CloseReq";
}
