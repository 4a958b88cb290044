import { spawnSync } from "node:child_process";

/** A program that this one called and that failed. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

const mostBytes = 64 * 1024 * 1024;

/** Runs a program without a shell and shows what it writes. */
export function runVisibly(command: string, args: readonly string[], options: RunOptions): void {
  const { status, error } = spawnSync(command, [...args], { ...options, stdio: "inherit" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new CommandError(`\`${shown(command, args)}\` ended with ${status}.`);
}

/** Standard output of a program that must succeed, without its last line end. */
export function read(command: string, args: readonly string[], options: RunOptions): string {
  const { status, stdout, stderr } = tryToRead(command, args, options);
  if (status === 0) return stdout.trimEnd();
  throw new CommandError(
    `\`${shown(command, args)}\` ended with ${status}.\n${`${stdout}${stderr}`.trim().slice(-4000)}`,
  );
}

/** Runs a program that may fail. */
export function tryToRead(
  command: string,
  args: readonly string[],
  options: RunOptions,
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const result = spawnSync(command, [...args], {
    ...options,
    encoding: "utf8",
    maxBuffer: mostBytes,
  });
  if (result.error !== undefined) throw result.error;
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

function shown(command: string, args: readonly string[]): string {
  return [command, ...args].join(" ");
}
