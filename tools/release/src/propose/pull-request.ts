import { redact } from "../publish/redact.ts";

/** GitHub refused. */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
}

export interface GitHub {
  /** `https://api.github.com`, or that of an enterprise server. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
}

export interface PullRequestText {
  readonly title: string;
  readonly body: string;
}

/** Opens the pull request of a branch, or brings the open one up to date. Returns its address. */
export async function openPullRequest(
  github: GitHub,
  branch: string,
  base: string,
  text: PullRequestText,
): Promise<string> {
  const [owner = ""] = github.repository.split("/");
  const query = new URLSearchParams({ state: "open", base, head: `${owner}:${branch}` });
  const found = (await call(github, "GET", `pulls?${query.toString()}`)) as readonly {
    readonly number: number;
  }[];
  const [open] = found;
  const answer =
    open === undefined
      ? await call(github, "POST", "pulls", { ...text, head: branch, base })
      : await call(github, "PATCH", `pulls/${String(open.number)}`, { ...text });
  return (answer as { readonly html_url: string }).html_url;
}

async function call(
  { api, repository, token }: GitHub,
  method: "GET" | "POST" | "PATCH",
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`${api}/repos/${repository}/${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "user-agent": "flex-channels-release",
      "x-github-api-version": "2022-11-28",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  throw new GitHubError(
    redact(
      `GitHub answered ${String(response.status)} to ${method} ${path}: ${text.slice(0, 500)}`,
      [token],
    ),
  );
}
