// Real git, and GitHub's REST API as its description has it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Github, startGithub } from "@flex-channels/github-replay";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type ProposeOptions,
  proposeRelease,
  releaseBranch,
} from "../../src/propose/propose-release.ts";

// Processes of git and Node, several a test: how long they take is the machine's business.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const repository = "flex-channels/flex-channels";
const token = "canary-token-5b21";

let folder = "";
let root = "";
let github: Github;
let said: string[] = [];

const identity = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@localhost",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@localhost",
};

const git = (...args: readonly string[]): string =>
  execFileSync("git", [...args], { cwd: root, encoding: "utf8", stdio: "pipe" }).trim();
const remote = (...args: readonly string[]): string =>
  execFileSync("git", [...args], {
    cwd: join(folder, "origin.git"),
    encoding: "utf8",
    stdio: "pipe",
  }).trim();

const manifest = (version: string): string =>
  `{\n  "name": "@flex-channels/client",\n  "version": "${version}"\n}\n`;

beforeEach(async () => {
  Object.assign(process.env, identity);
  folder = mkdtempSync(join(tmpdir(), "propose-"));
  root = join(folder, "checkout");
  said = [];
  write("packages/client/package.json", manifest("0.1.0"));
  write("packages/client/src/index.ts", "export {};\n");
  write(".changeset/contract-00000000.md", "---\n---\n");
  mkdirSync(join(root, "tools"));
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "base");
  execFileSync("git", ["clone", "--quiet", "--bare", root, join(folder, "origin.git")]);
  git("remote", "add", "origin", join(folder, "origin.git"));
  github = await startGithub({
    repository,
    tokens: { [token]: { permissions: { contents: "write", "pull-requests": "write" } } },
  });
  github.state.commit({ branch: "main" });
  github.state.commit({ branch: releaseBranch, parents: [github.state.head("main")] });
});

afterEach(async () => {
  await github.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("proposeRelease", () => {
  test("versions come on a branch, in a pull request that names them; the next ones take its place", async () => {
    await proposeRelease(options(releaseOf("0.2.0")));
    git("switch", "--quiet", "main");
    await proposeRelease(options(releaseOf("1.0.0")));
    expect(remote("show", `${releaseBranch}:packages/client/package.json`)).toBe(
      manifest("1.0.0").trim(),
    );
    expect(remote("rev-list", "--count", `main..${releaseBranch}`)).toBe("1");
    const pulls = [...github.state.pulls.values()];
    expect(pulls).toHaveLength(1);
    expect(pulls[0]).toMatchObject({ title: "Release client@1.0.0", state: "open" });
    expect(pulls[0]?.body).toContain("- `@flex-channels/client` 0.1.0 → **1.0.0**");
    expect(said.join()).toMatch(/\/pull\/1,.*\/pull\/1$/);
    github.assertClean();
  });

  test.each([
    {
      name: "a patch that writes more than a release does",
      given: { path: "packages/client/src/index.ts" },
      want: /must not write "packages\/client\/src\/index\.ts"/,
    },
    {
      name: "a patch that writes a workflow",
      given: { path: ".github/workflows/more.yml" },
      want: /must not write ".github/,
    },
    {
      name: "a patch that somebody exchanged",
      given: { digest: "0".repeat(64) },
      want: /is not the one that was made/,
    },
  ])("$name reaches neither the branch nor GitHub", async ({ given, want }) => {
    const patch = releaseOf("0.2.0", given.path);
    await expect(proposeRelease({ ...options(patch), ...given })).rejects.toThrow(want);
    expect(remote("branch", "--list")).toBe("* main");
    expect(github.requests).toEqual([]);
  });

  test("where GitHub refuses, its answer is told and the token is not", async () => {
    github.fail("pulls/create", { kind: "status", status: 502 });
    const failure = await proposeRelease(options(releaseOf("0.2.0"))).catch(
      (error: unknown) => error,
    );
    expect(String(failure)).toMatch(/GitHub answered 502 to POST pulls/);
    expect(String(failure)).not.toContain(token);
  });
});

function options(patch: string): ProposeOptions {
  return {
    root,
    patch,
    digest: createHash("sha256").update(readFileSync(patch)).digest("hex"),
    github: { api: github.url, repository, token },
    log: (line) => said.push(line),
  };
}

/** What the version step would leave: a patch against the main branch. */
function releaseOf(version: string, more?: string): string {
  write("packages/client/package.json", manifest(version));
  write("packages/client/CHANGELOG.md", `# client\n\n## ${version}\n`);
  rmSync(join(root, ".changeset/contract-00000000.md"));
  if (more !== undefined) write(more, "more\n");
  const patch = join(folder, `${version}.patch`);
  git("add", "--all");
  git("diff", "--cached", "--binary", "--no-renames", `--output=${patch}`, "HEAD");
  git("reset", "--quiet", "--hard");
  return patch;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
