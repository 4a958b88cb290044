import { createHash } from "node:crypto";
import type {
  Account,
  Artifact,
  CheckRun,
  Comment,
  Commit,
  CommitStatus,
  Issue,
  Label,
  Pull,
  Release,
  Run,
} from "./model.ts";
import type { NewArtifact, NewCommit, NewIssue, NewPull, NewRun, StateOptions } from "./new.ts";
import { zip } from "./zip.ts";

/** What GitHub knows, in memory. Values are immutable; collections are changed by whoever likes. */
export interface GithubState {
  readonly repository: string;
  readonly defaultBranch: string;
  readonly visibility: "public" | "private";
  readonly commits: Map<string, Commit>;
  /** Heads, by `owner/name:branch`. */
  readonly branches: Map<string, string>;
  readonly issues: Map<number, Issue>;
  readonly pulls: Map<number, Pull>;
  readonly comments: Map<number, Comment>;
  readonly labels: Map<string, Label>;
  readonly statuses: CommitStatus[];
  readonly checkRuns: Map<number, CheckRun>;
  readonly runs: Map<number, Run>;
  readonly artifacts: Map<number, Artifact>;
  readonly releases: Map<number, Release>;

  /** The same account for the same login; a login that ends in `[bot]` is a bot's. */
  readonly account: (login: string) => Account;
  readonly nextId: () => number;
  /** A second later with every call. */
  readonly now: () => string;
  /** Head of a branch of the repository or of a fork. */
  readonly head: (branch: string, repository?: string) => string;
  readonly commit: (commit: NewCommit, repository?: string) => Commit;
  readonly openIssue: (issue: NewIssue) => Issue;
  readonly openPull: (pull: NewPull) => Pull;
  /** A further commit on the branch of a pull request. */
  readonly push: (number: number, commit: Omit<NewCommit, "branch">) => Pull;
  readonly comment: (issue: number, body: string, author?: string) => Comment;
  readonly addRun: (run: NewRun) => Run;
  readonly uploadArtifact: (run: number, artifact: NewArtifact) => Artifact;
}

export function createState(options: StateOptions): GithubState {
  const { repository, defaultBranch = "main", visibility = "public" } = options;
  const accounts = new Map<string, Account>();
  let lastId = 1000;
  let lastNumber = 0;
  let seconds = Date.UTC(2026, 10, 1) / 1000;

  const now = (): string => {
    seconds += 1;
    return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
  };
  const nextId = (): number => (lastId += 1);
  const account: GithubState["account"] = (login) => {
    const known = accounts.get(login) ?? {
      id: nextId(),
      login,
      type: login.endsWith("[bot]") ? "Bot" : "User",
    };
    accounts.set(login, known);
    return known;
  };

  const state: GithubState = {
    repository,
    defaultBranch,
    visibility,
    commits: new Map(),
    branches: new Map(),
    issues: new Map(),
    pulls: new Map(),
    comments: new Map(),
    labels: new Map(),
    statuses: [],
    checkRuns: new Map(),
    runs: new Map(),
    artifacts: new Map(),
    releases: new Map(),
    account,
    nextId,
    now,
    head: (branch, of = repository) => {
      const sha = state.branches.get(`${of}:${branch}`);
      if (sha === undefined) throw new Error(`The state has no branch ${branch} in ${of}.`);
      return sha;
    },
    commit: (commit, of = repository) => {
      const { message = "A commit", branch, files = {} } = commit;
      const before = branch === undefined ? undefined : state.branches.get(`${of}:${branch}`);
      const parents = commit.parents ?? (before === undefined ? [] : [before]);
      const tree = new Map(state.commits.get(parents[0] ?? "")?.files);
      for (const [path, text] of Object.entries(files)) {
        if (text === null) tree.delete(path);
        else tree.set(path, text);
      }
      const content = JSON.stringify([message, parents, [...tree]]);
      const sha = commit.sha ?? createHash("sha1").update(content).digest("hex");
      const made: Commit = { sha, message, parents, files: tree };
      state.commits.set(sha, made);
      if (branch !== undefined) state.branches.set(`${of}:${branch}`, sha);
      return made;
    },
    openIssue: (issue) => {
      const made = createIssue(issue);
      state.issues.set(made.number, made);
      return made;
    },
    openPull: (pull) => {
      const { branch, base = defaultBranch, headRepository = repository, draft = false } = pull;
      const head = state.head(branch, headRepository);
      const made: Pull = {
        ...createIssue(pull),
        draft,
        mergedAt: null,
        mergeCommit: null,
        head: { repository: headRepository, branch, sha: head },
        base: { repository, branch: base, sha: state.head(base) },
      };
      state.pulls.set(made.number, made);
      return made;
    },
    push: (number, commit) => {
      const pull = state.pulls.get(number);
      if (pull === undefined) throw new Error(`The state has no pull request ${String(number)}.`);
      const { branch, repository: of } = pull.head;
      const { sha } = state.commit({ ...commit, branch }, of);
      const moved = { ...pull, head: { ...pull.head, sha }, updatedAt: now() };
      state.pulls.set(number, moved);
      return moved;
    },
    comment: (issue, body, author = "octocat") => {
      const createdAt = now();
      const made: Comment = {
        id: nextId(),
        issue,
        body,
        author: account(author),
        createdAt,
        updatedAt: createdAt,
      };
      state.comments.set(made.id, made);
      return made;
    },
    addRun: (run) => {
      const made: Run = {
        name: "Contract review",
        path: ".github/workflows/contract-review.yml",
        event: "pull_request",
        status: "completed",
        conclusion: "success",
        attempt: 1,
        headRepository: repository,
        createdAt: now(),
        ...run,
        id: nextId(),
        actor: account(run.actor ?? "octocat"),
      };
      state.runs.set(made.id, made);
      return made;
    },
    uploadArtifact: (run, { name, files, expired = false }) => {
      const made: Artifact = {
        id: nextId(),
        run,
        name,
        bytes: files instanceof Uint8Array ? files : zip(files),
        expired,
        createdAt: now(),
      };
      state.artifacts.set(made.id, made);
      return made;
    },
  };

  const createIssue = (issue: NewIssue): Issue => {
    const { title, body = null, author = "octocat", labels = [] } = issue;
    const createdAt = now();
    lastNumber += 1;
    return {
      number: lastNumber,
      title,
      body,
      state: "open",
      stateReason: null,
      author: account(author),
      labels,
      locked: false,
      createdAt,
      updatedAt: createdAt,
      closedAt: null,
    };
  };
  return state;
}
