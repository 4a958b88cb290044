import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gitIn } from "../git-in.ts";
import type { Stage } from "../stage.ts";
import { runJob } from "../workflow/run-job.ts";
import { readJob } from "../workflow/workflow.ts";

/** What an analysis and its telling came to. */
export interface Reviewed {
  /** Whether the job that analyses succeeded: its gate is the check on the pull request. */
  readonly conclusion: "success" | "failure";
  /** State of the status on the exact head. */
  readonly status: string;
  /** Every comment of the pull request. */
  readonly comments: readonly string[];
  /** The reports of the analysis. */
  readonly reports: string;
}

/** A pull request of a branch of the clone: on the replayed service, with the hashes of git. */
export interface RehearsedPull {
  /** The branch as it stands: pushed, analysed, told. */
  readonly review: () => Promise<Reviewed>;
}

/** Opens a pull request of the branch that is checked out. */
export async function openPull(stage: Stage, branch: string): Promise<RehearsedPull> {
  const { github } = stage;
  const { state } = github.replay;
  const inClone = gitIn(stage.clone, stage);
  const git = async (...args: readonly string[]): Promise<string> =>
    (await inClone(...args)).trim();
  const base = await git("rev-parse", "origin/main");
  state.commit({ sha: base, branch: "main", parents: [] });
  let number = 0;

  const push = async (): Promise<string> => {
    await git("push", "--quiet", "--force", "origin", `HEAD:refs/heads/${branch}`);
    const sha = await git("rev-parse", "HEAD");
    const paths = (await git("diff", "--name-only", `${base}...HEAD`)).split("\n");
    const files = Object.fromEntries(paths.map((path) => [path, sha]));
    if (number === 0) {
      state.commit({ sha, branch, parents: [base], files });
      number = state.openPull({ title: branch, branch }).number;
    } else {
      state.push(number, { sha, files });
    }
    return sha;
  };

  return {
    review: async () => {
      const headSha = await push();
      const place = join(stage.directory, `pull-${branch}-${headSha.slice(0, 7)}`);
      await mkdir(place);
      const run = state.addRun({
        headSha,
        headBranch: branch,
        status: "in_progress",
        conclusion: null,
      });
      const event = {
        pull_request: {
          number,
          base: { sha: base },
          head: { sha: headSha, ref: branch, repo: { full_name: github.repository } },
        },
      };
      await tell(stage, place, { action: "in_progress", workflow_run: { id: run.id } });
      const conclusion = await analyse(stage, place, event, String(run.id));
      state.runs.set(run.id, { ...run, status: "completed", conclusion });
      const reports = join(place, "artifacts", "contract-review");
      state.uploadArtifact(run.id, { name: "contract-review", files: await readFolder(reports) });
      await tell(stage, place, { action: "completed", workflow_run: { id: run.id } });
      github.replay.assertClean();
      const statuses = state.statuses.filter(({ sha }) => sha === headSha);
      return {
        conclusion,
        status: statuses.at(-1)?.state ?? "none",
        comments: [...state.comments.values()]
          .filter(({ issue }) => issue === number)
          .map(({ body }) => body),
        reports,
      };
    },
  };
}

/** The half that runs the pull request's code, in the clone, where its branch is checked out. */
async function analyse(
  stage: Stage,
  place: string,
  event: object,
  run: string,
): Promise<"success" | "failure"> {
  const eventFile = join(place, "pull-request.json");
  await writeFile(eventFile, JSON.stringify(event));
  const { env, signal, heard, github } = stage;
  const job = await readJob(stage.clone, "contract-review.yml", "analyse");
  try {
    await runJob(job, {
      checkout: stage.clone,
      temp: join(place, "analyse-temp"),
      artifacts: join(place, "artifacts"),
      values: {},
      env: {
        ...env,
        ...github.env,
        GITHUB_EVENT_PATH: eventFile,
        GITHUB_RUN_ID: run,
        GITHUB_STEP_SUMMARY: join(place, "summary.md"),
      },
      signal,
      heard,
    });
    return "success";
  } catch (error) {
    if (signal.aborted) throw error;
    heard(String(error));
    return "failure";
  }
}

/** The half that may write, in a checkout of the main branch with what it installs itself. */
async function tell(stage: Stage, place: string, event: object): Promise<void> {
  const { directory, env, signal, heard, github, tokens } = stage;
  const checkout = join(directory, "tell");
  const git = gitIn(checkout, stage);
  if ((await mkdir(checkout, { recursive: true })) !== undefined) {
    await git("clone", "--quiet", join(directory, "origin.git"), ".");
  }
  await git("fetch", "--quiet", "origin");
  await git("reset", "--quiet", "--hard", "origin/main");
  const eventFile = join(place, "workflow-run.json");
  await writeFile(eventFile, JSON.stringify(event));
  await runJob(await readJob(checkout, "contract-review-comment.yml", "tell"), {
    checkout,
    temp: join(place, "tell-temp"),
    artifacts: join(place, "artifacts"),
    values: { "github.token": tokens.tell },
    env: { ...env, ...github.env, GITHUB_EVENT_PATH: eventFile },
    signal,
    heard,
  });
}

async function readFolder(directory: string): Promise<Readonly<Record<string, Uint8Array>>> {
  const names = await readdir(directory);
  return Object.fromEntries(
    await Promise.all(
      names.map(
        async (name) => [name, new Uint8Array(await readFile(join(directory, name)))] as const,
      ),
    ),
  );
}
