import type { FlexErrorKind } from "@flex-channels/client";
import { describeFailure } from "./describe-failure.ts";
import { exitStatusOf } from "./exit-status.ts";
import { stopOf, write } from "./host.ts";
import type { Host } from "./host.ts";
import type { Invocation, OutputFormat } from "./invocation.ts";
import type { Result } from "./operation-method.ts";
import { barProgress, plainProgress } from "./progress.ts";
import { createPrinter, defaultFormat } from "./results.ts";
import { settleCalls } from "./settle-calls.ts";

/**
 * Calls once for every value and prints what comes of it: results on standard output, failures on
 * standard error.
 *
 * @returns the exit status
 */
export async function printCalls(
  values: AsyncIterable<string> | Iterable<string>,
  call: (input: string, signal: unknown) => Promise<Result>,
  invocation: Invocation,
  host: Host,
): Promise<number> {
  const { inputs } = invocation;
  const { stdout, stop } = host;
  const isSingle =
    inputs.kind === "none" || (inputs.kind === "given" && inputs.values.length === 1);
  const format = invocation.output ?? defaultFormat(stdout.isTTY === true, isSingle);
  const printer = createPrinter(format, { isSingle, columns: stdout.columns ?? 80 });
  const hasBar = !isSingle && invocation.progress && mayDrawBar(host, format);
  const progress = hasBar ? await barProgress(host) : plainProgress(host);
  const failures: FlexErrorKind[] = [];
  let count = 0;
  try {
    const { signal } = stop;
    const settings = { ...invocation, isSingle, signal, onInput: progress.added };
    for await (const { input, result } of settleCalls(values, call, settings)) {
      count += 1;
      if (result.kind === "success") {
        await write(stdout, printer.result(result.data), host);
      } else if (!(result.kind === "abort" && signal.aborted)) {
        failures.push(result.kind);
        const about = isSingle ? undefined : input;
        progress.line(describeFailure(invocation.errors, result, about));
      }
      progress.settled(result.kind !== "success");
    }
  } finally {
    progress.stop();
  }
  await write(stdout, printer.end(), host);
  const stopped = stopOf(host);
  if (stopped !== undefined) return stopped.status;
  if (count > 0) return exitStatusOf(failures);
  progress.line("error: standard input had no lines; write one value a line\n");
  return 2;
}

/** Two writers on one terminal would tear each other's lines. */
function mayDrawBar({ stdout, stderr }: Host, format: OutputFormat): boolean {
  return stderr.isTTY === true && (stdout.isTTY !== true || format === "table");
}
