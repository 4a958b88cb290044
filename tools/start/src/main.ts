// `npm start`: from the document to a fetched channel, each step told as it happens.
import { buildPackages, generateContract } from "./build.ts";
import { StartError } from "./exit-status.ts";
import { createNarration } from "./narration.ts";
import { renderResource } from "./render-resource.ts";
import { help, parseSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";

const write = (text: string): void => void process.stdout.write(text);
const { step } = createNarration(write, () => performance.now());

const attemptsText = (count: number): string => `${count} ${count === 1 ? "attempt" : "attempts"}`;

const run = async (settings: Exclude<Settings, { kind: "help" }>): Promise<void> => {
  write("\nFrom the document to a fetched channel\n\n");
  await step(
    "generate the contract",
    generateContract,
    () => "spec/openapi.yaml -> packages/contract/src",
  );
  await step("build the packages", buildPackages, () => "TypeScript -> dist");
  const { exampleSid, fetchFromAccount, fetchFromMock, startMock } = await step(
    "load the built client",
    () => import("./fetch-example.ts"),
    () => "@flex-channels/client",
  );
  const told = ({
    status,
    attempts,
  }: {
    readonly status: number;
    readonly attempts: number;
  }): string => `${status}, ${attemptsText(attempts)}`;

  if (settings.kind === "account") {
    const { channel } = await step(
      "fetch the channel",
      () => fetchFromAccount(settings.sid, settings.baseUrl),
      told,
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
      told,
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

try {
  const settings = parseSettings(process.argv.slice(2));
  if (settings.kind === "help") write(help);
  else await run(settings);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = error.status;
}
