import { spawn } from "node:child_process";
import { stopGroup } from "./stop-group.ts";

export interface CommandOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Ends the command and everything that it started. */
  readonly signal?: AbortSignal | undefined;
  /** @default 300_000 */
  readonly timeoutMs?: number;
  /** Text for standard input, which is closed behind it. */
  readonly input?: string;
}

export interface CommandResult {
  /** Exit status; `null` where a signal ended the process. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** True where the time limit ended the command. */
  readonly timedOut: boolean;
}

/** Runs a program without a shell, in a process group of its own, and resolves when it has ended. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  options.signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<CommandResult>();
  const child = spawn(command, args, { cwd: options.cwd, env: options.env, detached: true });
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
  // A program may end without reading its input; that is not the caller's failure.
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");

  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    stopGroup(child);
  }, options.timeoutMs ?? 300_000);
  const onAbort = (): void => stopGroup(child);
  options.signal?.addEventListener("abort", onAbort, { once: true });
  const settle = (): void => {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", onAbort);
  };

  child.once("error", (error) => {
    settle();
    reject(error);
  });
  child.once("close", (status) => {
    settle();
    if (options.signal?.aborted === true) {
      reject(options.signal.reason);
      return;
    }
    resolve({
      status,
      stdout: Buffer.concat(chunks.stdout).toString("utf8"),
      stderr: Buffer.concat(chunks.stderr).toString("utf8"),
      timedOut,
    });
  });
  return promise;
}
