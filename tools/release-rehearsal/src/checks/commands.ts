import { join } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { createProject } from "../create-project.ts";
import { channelSid, expectChannel } from "../expect-channel.ts";
import { checkRow, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

/** What `npx` would start: each published command, installed alone, doing its work once. */
interface Command {
  readonly package: string;
  readonly command: string;
  readonly args: (stage: Stage) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Judges the output; throws if it is not what the command promises. */
  readonly expect: (output: string) => Promise<string>;
}

const document = "petition.openapi.json";

const commands: readonly Command[] = [
  {
    package: "@flex-channels/cli",
    command: "flex-channels",
    args: (stage) => ["fetch-channel", channelSid, "--base-url", stage.mockUrl],
    env: { TWILIO_ACCOUNT_SID: `AC${"a".repeat(32)}`, TWILIO_AUTH_TOKEN: "rehearsal" },
    expect: expectChannel,
  },
  {
    package: "@flex-channels/codegen",
    command: "flex-codegen",
    args: () => ["generate", document, "--out", "generated"],
    expect: expectText("wrote generated"),
  },
  {
    package: "@flex-channels/contract-review",
    command: "contract-review",
    args: () => ["--base", document, "--head", document],
    expect: expectText("none"),
  },
];

/** Every command line, from the registry, in a project of its own. */
export async function checkCommands(stage: Stage): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const command of commands) {
    const published = stage.packages.find(({ name }) => name === command.package);
    rows.push(
      await checkRow(command.command, published?.version ?? "not published", async () => {
        const directory = await createProject(stage, {
          name: `command-${command.command}`,
          dependencies: [command.package],
          files: [document],
        });
        const binary = join(directory, "node_modules", ".bin", command.command);
        const output = await runOrThrow(binary, command.args(stage), {
          cwd: directory,
          env: { ...stage.env, ...command.env },
          signal: stage.signal,
        });
        return command.expect(output);
      }),
    );
  }
  return rows;
}

function expectText(text: string): (output: string) => Promise<string> {
  return async (output) => {
    if (!output.includes(text)) {
      throw new Error(`expected ${JSON.stringify(text)} in the output, received:\n${output}`);
    }
    return output.trim().split("\n", 1)[0] ?? "";
  };
}
