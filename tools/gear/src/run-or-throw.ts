import { runCommand, type CommandOptions } from "./run-command.ts";

const longestReport = 6_000;

/** Standard output of a program that must succeed. The error shows the command and the end of what it wrote. */
export async function runOrThrow(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<string> {
  const result = await runCommand(command, args, options);
  if (result.status === 0) return result.stdout;
  const end = result.timedOut ? "did not end in time" : `ended with status ${result.status}`;
  const shown = `${result.stdout}${result.stderr}`.trim().slice(-longestReport);
  const summary = firstTelling(shown);
  throw new Error(`${summary}\n$ ${[command, ...args].join(" ")}\n${end}\n${shown}`);
}

/** The first numbered problem, else the first error, else the first line:
 * the line of a program's output that is worth the one line of a table. */
function firstTelling(output: string): string {
  const lines = output
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.endsWith(":") && !line.startsWith("("));
  return (
    lines.find((line) => /^\d+\. /.test(line)) ??
    lines.find((line) => /error|failed/i.test(line)) ??
    lines[0] ??
    "no output"
  );
}
