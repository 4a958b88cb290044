import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Terminal } from "../src/command/terminal.ts";

const fixtures = join(import.meta.dirname, "fixtures");

/** A real git repository in a temporary folder, whose commits have the same hashes every time. */
export interface ScratchRepository {
  readonly root: string;
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  readonly read: (file: string) => Promise<string>;
  /** Replaces a text that must be there. */
  readonly replace: (file: string, was: string, now: string) => Promise<void>;
  /** Commits everything that lies there, and answers with the commit. */
  readonly commit: (message?: string) => string;
  readonly git: (...args: readonly string[]) => string;
  readonly remove: () => Promise<void>;
}

export const gateText = `commands:
  review: pnpm contract:review
  waive: pnpm contract:waive --reason "why this is acceptable"
  changeset: pnpm contract:changeset
checks:
  - name: generated-fresh
    title: The generated code is fresh.
    otherwise: The generated code is not what the document gives.
    run: [git, diff, --quiet, --no-index, generated.txt, expected.txt]
    mend: pnpm generate
judges: [.github/, tools/]
`;

/** With the document, the settings and the gate of a repository that uses the review, on `main`. */
export async function scratchRepository(
  document = "spec/openapi.yaml",
): Promise<ScratchRepository> {
  const repository = await emptyRepository();
  await repository.write({
    [document]: await readFile(join(fixtures, "base.yaml"), "utf8"),
    "contract-review.yaml": `document: ${JSON.stringify(document)}\npackages: ["@example/contract"]\n`,
    ".github/contract-gate.yaml": gateText,
    ".changeset/README.md": "Changesets.\n",
    "generated.txt": "fresh\n",
    "expected.txt": "fresh\n",
  });
  repository.commit("base");
  return repository;
}

export async function emptyRepository(): Promise<ScratchRepository> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "contract-gate-")));
  const git = (...args: readonly string[]): string =>
    execFileSync("git", [...args], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "Ada",
        GIT_AUTHOR_EMAIL: "ada@example.com",
        GIT_AUTHOR_DATE: "2026-11-01T00:00:00Z",
        GIT_COMMITTER_NAME: "Ada",
        GIT_COMMITTER_EMAIL: "ada@example.com",
        GIT_COMMITTER_DATE: "2026-11-01T00:00:00Z",
      },
    }).trim();
  git("init", "--quiet", "--initial-branch=main");
  const read = async (file: string): Promise<string> => readFile(join(root, file), "utf8");
  const write: ScratchRepository["write"] = async (files) => {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
  };
  return {
    root,
    read,
    write,
    git,
    replace: async (file, was, now) => {
      const text = await read(file);
      if (!text.includes(was)) throw new Error(`${file} holds no ${JSON.stringify(was)}`);
      await write({ [file]: text.replace(was, () => now) });
    },
    commit: (message = "edit") => {
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", `--message=${message}`);
      return git("rev-parse", "HEAD");
    },
    remove: async () => rm(root, { recursive: true, force: true }),
  };
}

/** A terminal on a fixed day that keeps what it is told. */
export function scratchTerminal(
  cwd: string,
  env: Readonly<Record<string, string | undefined>> = {},
): { readonly terminal: Terminal; readonly said: () => string } {
  let said = "";
  const say = (text: string): void => {
    said += text;
  };
  const { PATH } = process.env;
  return {
    terminal: {
      cwd,
      env: { PATH, ...env },
      now: () => new Date("2026-11-22T12:00:00Z"),
      isTerminal: false,
      out: say,
      err: say,
    },
    said: () => said,
  };
}
