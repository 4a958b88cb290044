import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { stopGroup } from "./stop-group.ts";

export interface StartOptions<Ready> {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Reads one line of output; anything but `undefined` says that the process is ready. */
  readonly ready: (line: string) => Ready | undefined;
  /** How long the process may take to say so. @default 60_000 */
  readonly timeoutMs?: number;
}

export interface StartedProcess<Ready> extends AsyncDisposable {
  readonly ready: Ready;
  readonly pid: number;
  /** What it has written so far, standard error included. */
  readonly output: () => string;
}

/** Starts a program that keeps running, and resolves once it says that it is ready. Disposing ends it. */
export async function startProcess<Ready>(
  command: string,
  args: readonly string[],
  options: StartOptions<Ready>,
): Promise<StartedProcess<Ready>> {
  options.signal?.throwIfAborted();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(child, "close").catch(() => undefined);
  const stop = async (): Promise<void> => {
    options.signal?.removeEventListener("abort", onAbort);
    stopGroup(child);
    await closed;
  };
  const onAbort = (): void => stopGroup(child);
  options.signal?.addEventListener("abort", onAbort, { once: true });

  const lines: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<Ready>();
  const read = (line: string): void => {
    lines.push(line);
    const ready = options.ready(line);
    if (ready !== undefined) resolve(ready);
  };
  createInterface({ input: child.stdout }).on("line", read);
  createInterface({ input: child.stderr }).on("line", read);
  child.once("error", reject);
  child.once("close", (status) => {
    const shown = [command, ...args].join(" ");
    reject(new Error(`${shown} ended with ${status} before it was ready:\n${lines.join("\n")}`));
  });
  const timeoutMs = options.timeoutMs ?? 60_000;
  const timer = setTimeout(() => {
    reject(new Error(`${command} was not ready after ${timeoutMs} ms:\n${lines.join("\n")}`));
  }, timeoutMs);

  try {
    const ready = await promise;
    return {
      ready,
      pid: child.pid ?? -1,
      output: () => lines.join("\n"),
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
