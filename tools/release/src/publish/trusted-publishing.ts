/** The first npm that exchanges a workflow's identity for the right to publish. */
const firstNpm = [11, 5, 1] as const;

/**
 * Why npm cannot publish as this workflow. An older npm would ask for a token, and the next thing
 * that somebody does is to store one.
 */
export function trustedPublishingProblem(
  env: Readonly<Record<string, string | undefined>>,
  npmVersion: string,
): string | undefined {
  const hasIdentity = (env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "") !== "";
  if (env["GITHUB_ACTIONS"] === "true" && !hasIdentity) {
    return "This job has no identity: it needs `permissions: id-token: write`. Do not store a token instead.";
  }
  if (!hasIdentity) return undefined;
  const numbers = npmVersion.split(".").map(Number);
  for (const [index, first] of firstNpm.entries()) {
    const number = numbers[index] ?? 0;
    if (number > first) return undefined;
    if (number < first) {
      return `npm ${npmVersion} knows no trusted publishing: expected ${firstNpm.join(".")} or newer. Raise the Node of .github/actions/setup.`;
    }
  }
  return undefined;
}
