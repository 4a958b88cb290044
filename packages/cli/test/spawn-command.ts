import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { canary } from "./channels.ts";

/** The command as a process of its own, from its sources. */
export interface Command {
  readonly process: ChildProcessWithoutNullStreams;
  /** What it printed and how it ended; rejects if it printed the secret it was given. */
  readonly ended: Promise<Ended>;
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const program = fileURLToPath(new URL("../src/cli.ts", import.meta.url));

export function spawnCommand(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  entry: readonly string[] = ["--conditions=@flex-channels/source", program],
): Command {
  const child = spawn(process.execPath, [...entry, ...words], { env, stdio: "pipe" });
  const ended = (async (): Promise<Ended> => {
    const status = new Promise<number | null>((resolve, reject) => {
      child.on("close", resolve).on("error", reject);
    });
    // A test may close the output before its end.
    const [stdout, stderr] = await Promise.all([
      text(child.stdout).catch(() => ""),
      text(child.stderr),
    ]);
    if (`${stdout}${stderr}`.includes(canary)) throw new Error("a secret was printed");
    return { status: await status, stdout, stderr };
  })();
  return { process: child, ended };
}
