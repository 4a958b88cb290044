import { Octokit } from "@octokit/core";
import { paginateRest } from "@octokit/plugin-paginate-rest";
import { GitHubError } from "./github-error.ts";
import { retryAfterMs } from "./retry-after.ts";
import type { GitHubSettings } from "./settings.ts";

/** Parameters of a route, and its body. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Requests to one repository. What GitHub answers is not trusted to have a shape. */
export interface Session {
  /** Sends one request; `route` is GitHub's own, such as `GET /repos/{owner}/{repo}/pulls`. */
  readonly send: (route: string, parameters?: Parameters) => Promise<Answer>;
  /** Every item of a list, page after page, as long as the caller asks for more. */
  readonly list: (route: string, parameters?: Parameters) => AsyncGenerator;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

const API_VERSION = "2022-11-28";
const TIMEOUT_MS = 30_000;
/** A list that is longer is no list that a person made. */
const MOST_PAGES = 100;

const Client = Octokit.plugin(paginateRest);

export function openSession(settings: GitHubSettings): Session {
  const { apiUrl, token, repository, wait, now = Date.now, fetch } = settings;
  const client = new Client({
    baseUrl: apiUrl,
    userAgent: "flex-channels-github",
    request: fetch === undefined ? {} : { fetch },
    log: { debug: silence, info: silence, warn: silence, error: silence },
  });
  const fixed = {
    owner: repository.owner,
    repo: repository.name,
    headers: { authorization: `Bearer ${token}`, "x-github-api-version": API_VERSION },
  };
  client.hook.wrap("request", async (request, options) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request({
          ...options,
          request: { ...options.request, signal: AbortSignal.timeout(TIMEOUT_MS) },
        });
      } catch (error) {
        const { status, headers, told } = failureOf(error);
        const { method } = options;
        const waitMs = retryAfterMs({ method, attempt, status, headers, nowMs: now() });
        if (waitMs === undefined) throw refusal(`${method} ${options.url}`, status, told, options);
        await (wait ?? sleep)(waitMs);
      }
    }
  });
  return {
    send: async (route, parameters = {}) => client.request(route, { ...fixed, ...parameters }),
    list: async function* list(route, parameters = {}) {
      let pages = 0;
      const paged = { ...fixed, per_page: 100, ...parameters };
      for await (const { data } of client.paginate.iterator(route, paged)) {
        yield* data;
        pages += 1;
        if (pages === MOST_PAGES) {
          throw new GitHubError(route, 200, `more than ${String(MOST_PAGES)} pages`);
        }
      }
    },
  };
}

interface Failure {
  readonly status: number | undefined;
  readonly headers: Answer["headers"];
  readonly told: string;
}

/** Octokit gives a request without an answer the status 500; only the answer tells them apart. */
function failureOf(error: unknown): Failure {
  const { response, message = "unknown" } = error as {
    readonly response?: { readonly status: number; readonly headers: Answer["headers"] };
    readonly message?: string;
  };
  return { status: response?.status, headers: response?.headers ?? {}, told: message };
}

function refusal(
  template: string,
  status: number | undefined,
  told: string,
  options: object,
): GitHubError {
  const values = options as Readonly<Record<string, unknown>>;
  const request = template.replaceAll(/\{([a-z_]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : whole;
  });
  return new GitHubError(request, status, told.slice(0, 500));
}

async function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function silence(): void {
  // Errors are thrown, and nothing else is worth a line in a log that strangers read.
}
