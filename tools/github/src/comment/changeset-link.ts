import { createHash } from "node:crypto";
import { type Bump, type Finding, changesetText } from "@flex-channels/contract-review";

/** The branch that a new file goes to. */
export interface Branch {
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: string;
}

/** GitHub's web server refuses addresses much longer than this. */
const MOST_CHARACTERS = 6000;

/**
 * Address of GitHub's editor with a new changeset filled in, on the branch of the pull request;
 * nothing where it would name no repository. A long changeset keeps its head and loses its list.
 */
export function changesetLink(
  serverUrl: string,
  { repository, branch }: Branch,
  wanted: {
    readonly packages: readonly string[];
    readonly bump: Bump;
    readonly findings: readonly Finding[];
  },
): string | undefined {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^https?:\/\/[\w.:-]+$/.test(serverUrl)) {
    return undefined;
  }
  const link = (findings: readonly Finding[]): string => {
    const text = changesetText(wanted.packages, wanted.bump, findings);
    const name = `contract-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.md`;
    const path = branch.split("/").map(encoded).join("/");
    return `${serverUrl}/${repository}/new/${path}?filename=${encoded(`.changeset/${name}`)}&value=${encoded(text)}`;
  };
  const whole = link(wanted.findings);
  if (whole.length <= MOST_CHARACTERS) return whole;
  const [first] = wanted.findings;
  const short = link(first === undefined ? [] : [first]);
  return short.length <= MOST_CHARACTERS ? short : undefined;
}

/** Nothing in it ends a link in Markdown, and a lone surrogate has no percent-encoding. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, "\uFFFD")).replaceAll(
    /[!'()*~_]/g,
    (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
}
