import { type Github, type Pull, startGithub } from "@flex-channels/github-replay";
import { readJob } from "./workflow.ts";

/** Tokens of the jobs that talk to GitHub. */
export interface GithubTokens {
  /** Opens the version pull request. */
  readonly propose: string;
  /** Comments and sets the status. */
  readonly tell: string;
}

/** GitHub as far as a change and its release meet it. */
export interface RehearsedGithub extends AsyncDisposable {
  /** What a job is told of it. */
  readonly env: Readonly<Record<string, string>>;
  readonly repository: string;
  readonly replay: Github;
  /** The one open pull request of a branch, merged; an error where there is none or more. */
  readonly merge: (branch: string) => Pull;
}

const repository = "flex-channels/flex-channels";

/** Starts it, with tokens that may do what the workflows' jobs ask for, and nothing else. */
export async function startRehearsedGithub(
  checkout: string,
  { propose, tell }: GithubTokens,
): Promise<RehearsedGithub> {
  const { permissions: proposing = {} } = await readJob(checkout, "release.yml", "propose");
  const { permissions: telling = {} } = await readJob(
    checkout,
    "contract-review-comment.yml",
    "tell",
  );
  const replay = await startGithub({
    repository,
    tokens: { [propose]: { permissions: proposing }, [tell]: { permissions: telling } },
  });
  const { state } = replay;
  state.commit({ branch: "main", message: "main" });
  return {
    env: {
      GITHUB_API_URL: replay.url,
      GITHUB_REPOSITORY: repository,
      GITHUB_SERVER_URL: "https://github.com",
    },
    repository,
    replay,
    merge: (branch) => {
      replay.assertClean();
      const open = [...state.pulls.values()].filter(
        (pull) => pull.state === "open" && pull.head.branch === branch,
      );
      const [pull] = open;
      if (pull === undefined || open.length > 1) {
        throw new Error(`expected one open pull request, found ${String(open.length)}`);
      }
      const mergedAt = state.now();
      const merged: Pull = { ...pull, state: "closed", mergedAt, closedAt: mergedAt };
      state.pulls.set(pull.number, merged);
      return merged;
    },
    [Symbol.asyncDispose]: () => replay.close(),
  };
}
