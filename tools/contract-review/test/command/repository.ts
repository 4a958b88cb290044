import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../src/command/run.ts";

/** A real git repository in a folder of its own. */
export interface Repository {
  readonly root: string;
  readonly write: (file: string, text: string) => void;
  readonly git: (...args: readonly string[]) => string;
  readonly commit: (message: string) => string;
  /** Runs the command in the repository. */
  readonly review: (...args: readonly string[]) => Promise<Outcome>;
}

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export function createRepository(branch = "main"): Repository {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "contract-review-")));
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: root,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "a",
        GIT_AUTHOR_EMAIL: "a@example.com",
        GIT_COMMITTER_NAME: "a",
        GIT_COMMITTER_EMAIL: "a@example.com",
      },
    }).trim();
  git("init", "--quiet", "--initial-branch", branch, ".");
  return {
    root,
    git,
    write(file, text) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    },
    commit(message) {
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", message);
      return git("rev-parse", "HEAD");
    },
    review: (...args) => runIn(root, args),
  };
}

/** Runs the command in a folder, on a fixed day. */
export async function runIn(cwd: string, args: readonly string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await run(args, {
    cwd,
    env: {},
    now: () => new Date("2026-11-22T12:00:00Z"),
    isTerminal: false,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { status, out: out.join(""), err: err.join("") };
}
