/** GitHub refused a request, or did not answer it. Carries no header, and so no token. */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
  /** Status of the answer; nothing where none came. */
  readonly status: number | undefined;

  constructor(request: string, status: number | undefined, told: string) {
    super(
      status === undefined
        ? `${request}: no answer from GitHub (${told}).`
        : `${request}: GitHub answered ${String(status)} (${told}).`,
    );
    this.status = status;
  }
}

export function isGitHubError(value: unknown): value is GitHubError {
  return value instanceof Error && value.name === "GitHubError";
}
