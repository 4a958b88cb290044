import { mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommand } from "@flex-channels/gear/run-command";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";

const repositoryRoot = join(import.meta.dirname, "..", "..", "..");

/** What a program said and how it ended. */
export interface Said {
  readonly status: number | null;
  readonly log: string;
}

/** A real git repository in a temporary folder, and the programs that are run in it. */
export interface Scene {
  readonly root: string;
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  readonly read: (file: string) => Promise<string>;
  /** The files of a folder with their bytes. */
  readonly files: (folder: string) => Promise<Readonly<Record<string, Uint8Array>>>;
  readonly git: (...args: readonly string[]) => Promise<string>;
  readonly commit: (message: string) => Promise<string>;
  /** Runs a program of the repository from its sources. */
  readonly run: (
    program: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<Said>;
  readonly remove: () => Promise<void>;
}

export async function createScene(): Promise<Scene> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "hostile-")));
  const identity = {
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Mallory",
    GIT_AUTHOR_EMAIL: "mallory@example.com",
    GIT_COMMITTER_NAME: "Mallory",
    GIT_COMMITTER_EMAIL: "mallory@example.com",
  };
  const env = { PATH: process.env["PATH"] ?? "", HOME: root, ...identity };
  const git: Scene["git"] = async (...args) => {
    return (await runOrThrow("git", args, { cwd: root, env })).trim();
  };
  await git("init", "--quiet", "--initial-branch=main");
  const write: Scene["write"] = async (files) => {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
  };
  return {
    root,
    write,
    git,
    read: async (file) => readFile(join(root, file), "utf8"),
    files: async (folder) => {
      const names = await readdir(join(root, folder));
      const entries = names.map(
        async (name) => [name, await readFile(join(root, folder, name))] as const,
      );
      return Object.fromEntries(await Promise.all(entries));
    },
    commit: async (message) => {
      await git("add", "--all");
      await git("commit", "--quiet", "--allow-empty", `--message=${message}`);
      return git("rev-parse", "HEAD");
    },
    run: async (program, args, more = {}) => {
      const source = join(repositoryRoot, "tools", program);
      const { status, stdout, stderr } = await runCommand(
        process.execPath,
        ["--conditions=@flex-channels/source", source, ...args],
        { cwd: root, env: { ...env, ...more } },
      );
      return { status, log: `${stdout}${stderr}` };
    },
    remove: async () => rm(root, { recursive: true, force: true }),
  };
}
