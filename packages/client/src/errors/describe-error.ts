import type { Issue } from "../issue.ts";
import type { FlexErrorDetails, FlexErrorKind } from "./flex-error-base.ts";

/** At most three issues, each with its place. */
export function describeIssues(issues: readonly Issue[]): string {
  const lines = issues
    .slice(0, 3)
    .map(
      ({ path, expected, received }) =>
        `${path.join(".") || "body"}: expected ${expected}, received ${received}`,
    );
  return lines.join("; ") + (issues.length > 3 ? `; ${issues.length - 3} more` : "");
}

/** The sentence of an error: the request, what went wrong, what the server said. */
export function describeError(kind: FlexErrorKind, details: FlexErrorDetails): string {
  const { method, url, status, code, detail, issues = [], attempts = [] } = details;
  const what = [
    details.reason ?? (kind === "http" ? `HTTP ${status}` : kind),
    detail,
    issues.length > 0 && describeIssues(issues),
  ].filter(Boolean);
  const about = [
    code && `Twilio code ${code}`,
    attempts.length > 1 &&
      `${attempts.length} attempts: ${attempts.map((attempt) => attempt.reason).join(", ")}`,
  ].filter(Boolean);
  return `${url === undefined ? "" : `${method} ${url}: `}${what.join(": ")}${about.length > 0 ? ` (${about.join("; ")})` : ""}`;
}
