// Imports the packages as they are published, so it is loaded only after they are built.
import { createFlexClient } from "@flex-channels/client";
import type { FlexClientOptions, FlexError } from "@flex-channels/client";
import type { Channel } from "@flex-channels/contract";
import { examples } from "@flex-channels/contract/examples";
import { createMock, isMockError, serve } from "@flex-channels/mock";
import { exitStatus, StartError } from "./exit-status.ts";
import type { ExitStatus } from "./exit-status.ts";

/** A channel, and what is worth telling of the request. */
export interface Fetched {
  readonly channel: Channel;
  readonly status: number;
  readonly attempts: number;
  readonly elapsedMs: number;
}

/** Credentials that the mock is started with; they open nothing else. */
const demonstration = {
  accountSid: `AC${"0".repeat(32)}`,
  authToken: "demonstration",
};

export const exampleSid = (): string => {
  const { sid } = examples.fetchChannel["200"].body;
  if (sid === null) throw new TypeError("the document's example channel has no sid");
  return sid;
};

/** A mock on a loopback port. */
export interface RunningMock {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export const startMock = async (port: number): Promise<RunningMock> => {
  const mock = createMock({
    credentials: [{ username: demonstration.accountSid, password: demonstration.authToken }],
  });
  try {
    return await serve(mock, { port });
  } catch (error) {
    if (isMockError(error)) throw new StartError(exitStatus.environment, error.message);
    throw error;
  }
};

const statusOf = (error: FlexError): ExitStatus => {
  switch (error.kind) {
    case "argument":
      return exitStatus.usage;
    case "configuration":
      return exitStatus.credentials;
    case "connection":
    case "timeout":
    case "abort":
      return exitStatus.unreachable;
    case "http":
      return error.status === 401 || error.status === 403
        ? exitStatus.credentials
        : exitStatus.refused;
    case "parse":
    case "contract":
      return exitStatus.refused;
  }
};

const fetchWith = async (options: FlexClientOptions, sid: string): Promise<Fetched> => {
  const result = await createFlexClient(options).safe.fetchChannel(sid);
  if (result.kind !== "success") throw new StartError(statusOf(result), result.message);
  const { data, status, attempts, elapsedMs } = result;
  return { channel: data, status, attempts: attempts.length, elapsedMs };
};

/** Fetches from the mock, over real HTTP. */
export const fetchFromMock = (baseUrl: string, sid: string): Promise<Fetched> =>
  fetchWith({ ...demonstration, baseUrl }, sid);

/** Fetches from Twilio with the credentials of the environment. */
export const fetchFromAccount = (sid: string, baseUrl: string | undefined): Promise<Fetched> =>
  fetchWith(baseUrl === undefined ? {} : { baseUrl }, sid);
