import { execFile } from "node:child_process";
import { UsageError } from "./terminal.ts";

/** Runs git without a shell and answers with what it wrote; nothing where it refuses. */
export async function gitBytes(cwd: string, args: readonly string[]): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    execFile(
      "git",
      ["--no-optional-locks", ...args],
      { cwd, encoding: "buffer", maxBuffer: 40 * 1024 * 1024 },
      (error, stdout) => {
        resolve(error === null ? stdout : undefined);
      },
    );
  });
}

/** The same, as trimmed text. */
export async function gitText(cwd: string, args: readonly string[]): Promise<string | undefined> {
  return (await gitBytes(cwd, args))?.toString("utf8").trim();
}

export async function rootOf(cwd: string): Promise<string> {
  const root = await gitText(cwd, ["rev-parse", "--show-toplevel"]);
  if (root !== undefined && root !== "") return root;
  throw new UsageError(`${cwd} is in no git repository.`);
}
