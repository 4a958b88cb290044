import type { Issue } from "../issue.ts";
import type { FlexErrorDetails } from "./flex-error-details.ts";
import type { FlexErrorKind } from "./flex-error-kind.ts";

/** The first issues, each with its place. */
export function describeIssues(issues: readonly Issue[]): string {
  const first = issues
    .slice(0, 3)
    .map(
      ({ path, expected, received }) =>
        `${path.join(".") || "the body"}: expected ${expected}, received ${received}`,
    );
  return [...first, ...(issues.length > 3 ? [`${issues.length - 3} more`] : [])].join("; ");
}

/** The sentence of an error: the request, what went wrong, what the server said, what was tried. */
export function describeError(
  kind: FlexErrorKind,
  { method, url, status, code, reason, detail, note, issues = [], attempts = [] }: FlexErrorDetails,
): string {
  const parts = [
    url && `${method} ${url}`,
    reason ?? (kind === "http" ? `HTTP ${status}` : kind),
    detail,
    describeIssues(issues),
    code && `Twilio error ${code}`,
    note,
    attempts.length > 1 && `attempts: ${attempts.map((one) => one.reason).join(", ")}`,
  ];
  return parts.filter(Boolean).join("; ");
}
