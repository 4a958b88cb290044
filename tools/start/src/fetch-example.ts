// Imports the packages as they are published, so it is loaded only after they are built.
import { createFlexClient, isFlexError } from "@flex-channels/client";
import type { FlexClientOptions, FlexError } from "@flex-channels/client";
import type { Channel } from "@flex-channels/contract";
import { isChannelSid } from "@flex-channels/contract/arguments";
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

const hintOf = (status: ExitStatus): string => {
  switch (status) {
    case exitStatus.credentials:
      return "\nSet TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, or with TWILIO_API_KEY and TWILIO_API_SECRET, to the values of the Twilio console.";
    case exitStatus.unreachable:
      return "\nCheck the network, and TWILIO_REGION, TWILIO_EDGE or --base-url if you set them.";
    default:
      return "";
  }
};

const startError = (error: FlexError): StartError => {
  const status = statusOf(error);
  return new StartError(status, error.message + hintOf(status));
};

/** What is wrong with another setting than the credentials is a wrong argument, whatever they are. */
const checkSettings = (options: FlexClientOptions): void => {
  try {
    createFlexClient({ ...options, ...demonstration });
  } catch (error) {
    throw isFlexError(error) ? new StartError(exitStatus.usage, error.message) : error;
  }
};

const fetchWith = async (options: FlexClientOptions, sid: string): Promise<Fetched> => {
  if (!isChannelSid(sid)) {
    throw new StartError(
      exitStatus.usage,
      `Expected a channel SID, CH and 32 hexadecimal digits; received ${JSON.stringify(sid)}. ` +
        "Options stand behind a `--` of their own: npm start -- --help",
    );
  }
  checkSettings(options);
  try {
    const result = await createFlexClient(options).safe.fetchChannel(sid);
    if (result.kind !== "success") throw startError(result);
    const { data, status, attempts, elapsedMs } = result;
    return { channel: data, status, attempts: attempts.length, elapsedMs };
  } catch (error) {
    // Missing credentials are found when the client is made.
    throw isFlexError(error) ? startError(error) : error;
  }
};

/** Fetches from the mock, over real HTTP. */
export const fetchFromMock = (baseUrl: string, sid: string): Promise<Fetched> =>
  fetchWith({ ...demonstration, baseUrl }, sid);

/** Fetches from Twilio with the credentials of the environment. */
export const fetchFromAccount = (sid: string, baseUrl: string | undefined): Promise<Fetched> =>
  fetchWith(baseUrl === undefined ? {} : { baseUrl }, sid);
