import { join } from "node:path";
import type { Github } from "@flex-channels/github-replay";
import { startGithub } from "@flex-channels/github-replay";
import { hostileBranch, hostileFolder, hostileTexts, hostileTitle } from "../src/hostile-texts.ts";
import type { Said, Scene } from "./scene.ts";

/** A token that must turn up nowhere. */
export const canary = "canary-0123456789abcdef";

/** Where the document is. */
export const documentFile = `${hostileFolder.replaceAll("/", "|")}/openapi.yaml`;
/** Where the analysis leaves its result. */
export const resultFolder = "left-behind";

const program = "github/src/cli.ts";
const all = hostileTexts.map(({ text }) => text).join("\n");

const gate = `commands:
  review: pnpm contract:review
  waive: pnpm contract:waive
  changeset: pnpm contract:changeset
checks:
  - name: says-so
    title: It says nothing.
    otherwise: It says all this.
    run: [sh, -c, "cat output.txt; exit 1"]
    mend: pnpm generate
judges: [.github/, "evil"]
`;

/** A pull request of a fork, checked out, and the GitHub that it was opened on. */
export interface HostileChange {
  readonly github: Github;
  /** What a workflow of the pull request may know. */
  readonly env: Readonly<Record<string, string>>;
  readonly analyse: () => Promise<Said>;
  readonly gate: () => Promise<Said>;
  readonly review: () => Promise<Said>;
  /** Runs the trusted half on what a run left behind. */
  readonly publish: (files: Readonly<Record<string, Uint8Array>>) => Promise<Said>;
}

/** Commits both versions, with everything else that such a pull request brings. */
export async function openHostileChange(
  scene: Scene,
  base: string,
  head: string,
): Promise<HostileChange> {
  const { write, git, commit, run } = scene;
  await write({
    [documentFile]: base,
    "contract-review.yaml": `document: ${JSON.stringify(documentFile)}\npackages: ["@example/contract"]\n`,
    ".github/contract-gate.yaml": gate,
    ".changeset/README.md": "Changesets.\n",
    "output.txt": "Nothing\n",
    ".gitignore": `${resultFolder}\nsummary.md\nevent.json\nreport.*\n`,
  });
  const baseSha = await commit("base");
  await git("switch", "--quiet", "--create", hostileBranch);
  await write({
    [documentFile]: head,
    "output.txt": all,
    ".changeset/evil.md": `---\n"@example/contract": patch\n---\n\n${all}\n`,
    "contract-review.waivers.yaml": JSON.stringify(
      hostileTexts.map(({ text }, index) => ({
        fingerprint: index.toString(16).padStart(16, "0"),
        reason: text,
        owner: text,
        expires: index % 2 === 0 ? "2099-01-01" : "2020-01-01",
      })),
    ),
  });
  const headSha = await commit(hostileTitle.replaceAll("\0", ""));

  const permissions = {
    actions: "read",
    contents: "read",
    "pull-requests": "write",
    statuses: "write",
  } as const;
  const github = await startGithub({ repository: "o/r", tokens: { [canary]: { permissions } } });
  const { state, events } = github;
  const parents = [baseSha];
  state.commit({ sha: baseSha, branch: "main", files: { [documentFile]: base } });
  state.commit(
    { sha: headSha, branch: hostileBranch, parents, files: { [documentFile]: head } },
    "fork/r",
  );
  const pull = state.openPull({
    title: hostileTitle,
    body: all,
    branch: hostileBranch,
    headRepository: "fork/r",
    author: "mallory",
  });
  const env = {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_PATH: join(scene.root, "event.json"),
    GITHUB_REPOSITORY: "o/r",
    GITHUB_RUN_ID: "42",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_STEP_SUMMARY: join(scene.root, "summary.md"),
  };
  await write({ "event.json": JSON.stringify(events.pull(pull.number, "opened")) });
  return {
    github,
    env,
    analyse: async () => run(program, ["analyse", "--out", resultFolder], env),
    gate: async () => run(program, ["gate", resultFolder], env),
    review: async () => run(program, ["review", "--base", "main"]),
    publish: async (files) => {
      const told = state.addRun({
        headSha,
        headBranch: hostileBranch,
        headRepository: "fork/r",
        conclusion: "failure",
      });
      state.uploadArtifact(told.id, { name: "contract-review", files });
      await write({ "event.json": JSON.stringify(events.run(told.id, "completed")) });
      await git("switch", "--quiet", "main");
      const token = { GITHUB_API_URL: github.url, GITHUB_TOKEN: canary };
      return run(program, ["publish"], { ...env, ...token });
    },
  };
}
