import { Octokit } from "@octokit/core";
import { paginateRest } from "@octokit/plugin-paginate-rest";
import type { Github, GithubOptions, Permission } from "../src/index.ts";
import { startGithub } from "../src/index.ts";

/** A client that nobody here wrote. */
const Client = Octokit.plugin(paginateRest);
export type Client = InstanceType<typeof Client>;

export interface Setting extends AsyncDisposable {
  readonly github: Github;
  readonly client: Client;
  /** A client with another token, or with none. */
  readonly clientWith: (token?: string) => Client;
}

const all: readonly Permission[] = [
  "actions",
  "checks",
  "contents",
  "issues",
  "metadata",
  "pull-requests",
  "statuses",
];

/** `o/r` with a commit on `main`, and a client whose token may do everything. */
export async function githubFor(options: Partial<GithubOptions> = {}): Promise<Setting> {
  const github = await startGithub({
    repository: "o/r",
    ...options,
    tokens: {
      all: { permissions: Object.fromEntries(all.map((each) => [each, "write"])) },
      person: { login: "octocat", permissions: {} },
      ...options.tokens,
    },
  });
  github.state.commit({ branch: "main", files: { "spec/openapi.yaml": "one\ntwo\n" } });
  const clientWith = (token?: string): Client => {
    const client = new Client({
      baseUrl: github.url,
      ...(token === undefined ? {} : { auth: token }),
      log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    // Octokit leaves the version out unless told.
    client.hook.before("request", (request) => {
      request.headers["x-github-api-version"] = "2022-11-28";
    });
    return client;
  };
  return {
    github,
    client: clientWith("all"),
    clientWith,
    [Symbol.asyncDispose]: () => github[Symbol.asyncDispose](),
  };
}

function silent(): void {
  // The tests look at what is thrown.
}

/** Status and message of a refusal, as Octokit understands it. */
export async function refusalOf(
  request: Promise<unknown>,
): Promise<{ readonly status: number; readonly message: string }> {
  try {
    await request;
  } catch (error) {
    const { status, message } = error as { readonly status: number; readonly message: string };
    return { status, message };
  }
  return { status: 200, message: "" };
}
