import { execFile, spawnSync } from "node:child_process";

/** git refused, or is not there. */
export class GitError extends Error {
  override readonly name = "GitError";
}

/** Largest output that is read: the largest document that the loader takes, and a little more. */
const MOST_BYTES = 40 * 1024 * 1024;

/** What git writes, at once; nothing where it refuses. */
export function gitNow(cwd: string, args: readonly string[]): Buffer | undefined {
  const { status, stdout } = spawnSync("git", ["--no-optional-locks", ...args], {
    cwd,
    maxBuffer: MOST_BYTES,
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
  });
  return status === 0 ? stdout : undefined;
}

/** Runs git without a shell; what it reads of a ref never touches the work tree. */
export function git(cwd: string, args: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    execFile(
      "git",
      ["--no-optional-locks", ...args],
      {
        cwd,
        encoding: "buffer",
        maxBuffer: MOST_BYTES,
        env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else {
          const told = stderr.toString("utf8").trim();
          reject(new GitError(told === "" ? error.message : told, { cause: error }));
        }
      },
    );
  });
}

/** The same, as trimmed text; nothing where git refuses. */
export async function gitText(cwd: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await git(cwd, args)).toString("utf8").trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
