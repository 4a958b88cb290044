import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
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
  if (!isDeepStrictEqual(received, wanted)) {
    throw new Error(`not the reference example: ${JSON.stringify(received)}`);
  }
  return `fetched ${channelSid.slice(0, 6)}…`;
}
