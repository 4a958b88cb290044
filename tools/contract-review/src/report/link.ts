import type { SourcePosition } from "../verdict/finding.ts";
import type { Version } from "../verdict/review.ts";

/** The line in the repository's web view; nothing for a text that no commit holds. */
export function linkTo(
  { file, line }: SourcePosition,
  { commit }: Version,
  repositoryUrl: string | undefined,
): string | undefined {
  if (repositoryUrl === undefined || commit === undefined) return undefined;
  if (!/^https:\/\/[\w.-]+(?:\/[\w.-]+)*$/.test(repositoryUrl)) return undefined;
  const path = file.split("/").map(encodeSegment).join("/");
  return `${repositoryUrl}/blob/${commit}/${path}#L${String(line)}`;
}

/** `encodeURIComponent` leaves parentheses, which would end a link in Markdown. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replaceAll(/\p{Cs}/gu, "\uFFFD")).replaceAll(
    /[()'*!~]/g,
    (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
}
