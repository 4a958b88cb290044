export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

export interface GitHubSettings {
  /** Without a trailing slash, such as `https://api.github.com`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly repository: RepositoryName;
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch;
  /** Waits between attempts. @default a timer */
  readonly wait?: (ms: number) => Promise<void>;
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: () => number;
}

/** A variable that the runner sets is missing or cannot be meant. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/**
 * Where and who, as GitHub Actions says it: `GITHUB_API_URL` (default: github.com's),
 * `GITHUB_REPOSITORY` (`owner/name`) and `GITHUB_TOKEN`.
 *
 * @throws {EnvironmentError} names the variable, never the token
 */
export function settingsFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): GitHubSettings {
  const token = env["GITHUB_TOKEN"] ?? "";
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new EnvironmentError(
      "GITHUB_TOKEN: expected a token, received nothing or what no header can carry. In a workflow: `env: { GITHUB_TOKEN: ${{ github.token }} }` on the step.",
    );
  }
  const [owner = "", name = "", ...rest] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
  if (!isName(owner) || !isName(name) || rest.length > 0) {
    throw new EnvironmentError(
      'GITHUB_REPOSITORY: expected "owner/name", such as "octocat/hello-world".',
    );
  }
  const apiUrl = (env["GITHUB_API_URL"] ?? "https://api.github.com").replace(/\/+$/, "");
  if (!URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol)) {
    throw new EnvironmentError(
      'GITHUB_API_URL: expected an address such as "https://api.github.com".',
    );
  }
  return { apiUrl, token, repository: { owner, name } };
}

function isName(text: string): boolean {
  return /^[\w.-]{1,100}$/.test(text) && text !== "." && text !== "..";
}
