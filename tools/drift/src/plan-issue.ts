import type { Issue } from "@flex-channels/github/rest";

/** What is written on the first line of the issue, where nobody sees it. */
const form = /^<!-- upstream-drift v1 (open|agreed) digest=([0-9a-f]{32}) -->\n/;

export const issueTitle = "Our document and Twilio's have parted";

export interface IssuePlanRequest {
  /** Our newest issue, open or closed. */
  readonly newest: Issue | undefined;
  readonly doAgree: boolean;
  readonly digest: string;
  readonly text: string;
}

/** What is to be done on GitHub: one request at most, so that nothing can be left half done. */
export type IssuePlan =
  | { readonly kind: "nothing"; readonly reason: string }
  | { readonly kind: "open"; readonly title: string; readonly body: string }
  | { readonly kind: "edit"; readonly number: number; readonly body: string }
  | { readonly kind: "close"; readonly number: number; readonly body: string };

/** Whether an issue is one of ours: anybody can write the marker, and only we are the author. */
export function isOurs(issue: Issue, author: string): boolean {
  return issue.author === author && form.test(unix(issue.body));
}

/**
 * An issue that a person closed although the documents differ is left alone until the differences
 * are others.
 */
export function planIssue(request: IssuePlanRequest): IssuePlan {
  const { newest, digest, text } = request;
  const [, state, known] = form.exec(unix(newest?.body ?? "")) ?? [];
  if (request.doAgree) {
    if (newest?.state !== "open")
      return { kind: "nothing", reason: "they agree, and no issue says otherwise" };
    return { kind: "close", number: newest.number, body: agreed(newest.body, digest) };
  }
  const body = `<!-- upstream-drift v1 open digest=${digest} -->\n${text}`;
  if (newest === undefined) return { kind: "open", title: issueTitle, body };
  const isKnown = known === digest && state === "open";
  if (newest.state === "closed") {
    return isKnown
      ? { kind: "nothing", reason: `#${String(newest.number)} said the same and was closed` }
      : { kind: "open", title: issueTitle, body };
  }
  return isKnown
    ? { kind: "nothing", reason: `#${String(newest.number)} says so already` }
    : { kind: "edit", number: newest.number, body };
}

/** The line goes above what was said, in the request that closes. */
function agreed(body: string, digest: string): string {
  const text = unix(body).replace(form, "");
  return `<!-- upstream-drift v1 agreed digest=${digest} -->\n**They agree again.** What follows is what was said before.\n\n${text}`.slice(
    0,
    65_536,
  );
}

/** GitHub stores the line ends that it was sent; a person who edits in the browser sends CRLF. */
function unix(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
