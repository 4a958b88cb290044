import { deepStrictEqual } from "node:assert";
import { readFile } from "node:fs/promises";
import { consumerFile } from "./driver.ts";

/** The channel that every program fetches: the example of the reference page. */
export const channelSid = `CH${"a".repeat(32)}`;

/** Throws unless a program's output is that channel, all of it and nothing else. */
export async function expectChannel(output: string): Promise<string> {
  const wanted: unknown = JSON.parse(await readFile(consumerFile("expected-channel.json"), "utf8"));
  let received: unknown;
  try {
    received = JSON.parse(output);
  } catch {
    throw new Error(
      `expected the channel as JSON, received ${JSON.stringify(output.slice(0, 500))}`,
    );
  }
  deepStrictEqual(received, wanted, "the fetched channel is not the reference example");
  return `fetched ${channelSid.slice(0, 6)}…`;
}
