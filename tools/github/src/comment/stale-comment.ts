import { codeSpan } from "@flex-channels/contract-review";

const STALE = /^> ⏳ [^\n]*\n\n/;

/** Above a comment whose pull request has moved on. */
export function renderStale(text: string, commit: string): string {
  return `> ⏳ The analysis of ${codeSpan(commit.slice(0, 7))} is running; what follows is about an earlier commit or run.\n\n${withoutStale(text)}`;
}

/** Above a comment that no new result replaced: the run broke off. */
export function renderUnfinished(text: string, commit: string, runUrl: string): string {
  return `> ⏳ The analysis of ${codeSpan(commit.slice(0, 7))} [ended without a result](${runUrl}); what follows is about an earlier commit or run.\n\n${withoutStale(text)}`;
}

function withoutStale(text: string): string {
  return text.replace(STALE, "");
}
