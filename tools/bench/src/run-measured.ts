import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "@flex-channels/gear/run-command";
import { program } from "./program.ts";
import type { Workbench } from "./workbench.ts";

/** What a whole process took. */
export interface ProcessUsage {
  /** From start to end as the caller saw it. */
  readonly wallMs: number;
  /** User and system time, all threads. */
  readonly cpuMs: number;
  /** Largest resident set. */
  readonly peakMb: number;
  readonly stdout: string;
}

export interface MeasuredRun {
  readonly cwd: string;
  /** Statuses that are an answer; anything else is an error. @default [0] */
  readonly statuses?: readonly number[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs Node with these arguments in a process of its own and says what that took. */
export async function runMeasured(
  bench: Pick<Workbench, "directory" | "env" | "signal">,
  args: readonly string[],
  options: MeasuredRun,
): Promise<ProcessUsage> {
  const usageFile = join(bench.directory, "usage.json");
  await rm(usageFile, { force: true });
  const started = performance.now();
  const result = await runCommand(
    process.execPath,
    ["--require", program("report-usage.cjs"), ...args],
    {
      cwd: options.cwd,
      env: { ...bench.env, ...options.env, BENCH_USAGE_FILE: usageFile },
      signal: bench.signal,
      timeoutMs: 600_000,
    },
  );
  const wallMs = performance.now() - started;
  if (result.status === null || !(options.statuses ?? [0]).includes(result.status)) {
    const shown = `${result.stdout}${result.stderr}`.slice(-4_000);
    throw new Error(`node ${args.join(" ")} ended with ${result.status}:\n${shown}`);
  }
  const usage: { cpuMs: number; peakMb: number } = JSON.parse(await readFile(usageFile, "utf8"));
  return { wallMs, ...usage, stdout: result.stdout };
}
