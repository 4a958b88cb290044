import type * as Example from "./fetch-example.ts";
import { exitStatus, StartError } from "./exit-status.ts";
import type { ExitStatus } from "./exit-status.ts";
import { createNarration } from "./narration.ts";
import { renderResource } from "./render-resource.ts";
import { help, parseSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";

/** What a run touches; tests give their own. */
export interface StartEdges {
  readonly generate: () => void;
  readonly build: () => void;
  /** Loads what uses the built packages, after they are built. */
  readonly load: () => Promise<typeof Example>;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

const answered = ({
  status,
  attempts,
}: {
  readonly status: number;
  readonly attempts: number;
}): string => `${status}, ${attempts} ${attempts === 1 ? "attempt" : "attempts"}`;

const fetchAndTell = async (
  settings: Exclude<Settings, { kind: "help" }>,
  { generate, build, load, write, now }: StartEdges,
): Promise<void> => {
  const { step } = createNarration(write, now);
  write("\nFrom the document to a fetched channel\n\n");
  await step("generate the contract", generate, () => "spec/openapi.yaml -> packages/contract/src");
  await step("build the packages", build, () => "TypeScript -> dist");
  const { exampleSid, fetchFromAccount, fetchFromMock, startMock } = await step(
    "load the built client",
    load,
    () => "@flex-channels/client",
  );

  if (settings.kind === "account") {
    const { channel } = await step(
      "fetch the channel",
      () => fetchFromAccount(settings.sid, settings.baseUrl),
      answered,
    );
    write(`\n${renderResource({ ...channel })}\n`);
    return;
  }
  const mock = await step(
    "start the mock",
    () => startMock(settings.port),
    ({ url }) => url,
  );
  try {
    const sid = exampleSid();
    const { channel } = await step(
      `fetch ${sid.slice(0, 6)}... over HTTP`,
      () => fetchFromMock(mock.url, sid),
      answered,
    );
    write(`\n${renderResource({ ...channel })}\n`);
  } finally {
    await mock.close();
  }
  write(
    "The mock answered. A channel of your own account, from Twilio:\n\n" +
      "  TWILIO_ACCOUNT_SID=AC... TWILIO_AUTH_TOKEN=... npm start -- CH...\n\n",
  );
};

/** `npm start`: reads the arguments, does the steps, tells what happened and returns the exit status. */
export const runStart = async (args: readonly string[], edges: StartEdges): Promise<ExitStatus> => {
  try {
    const settings = parseSettings(args);
    if (settings.kind === "help") edges.write(help);
    else await fetchAndTell(settings, edges);
    return exitStatus.fetched;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    edges.writeError(`\n${error.message}\n`);
    return error.status;
  }
};
