import type { Finding, SourcePosition } from "@flex-channels/contract-review";
import {
  codeBlock,
  codeSpan,
  cutBlocks,
  describeFinding,
  markdownSentence,
} from "@flex-channels/contract-review";
import { acceptanceOf } from "./acceptance.ts";
import type { Drift } from "./drift.ts";
import { headline } from "./headline.ts";
import { placeText, valueOf } from "./value-of.ts";

export interface IssueOptions {
  /** Address of either document at a commit; nothing: no link. */
  readonly oursUrl: string | undefined;
  readonly theirsUrl: string | undefined;
  /** Path of the accepted differences, for the reader. */
  readonly acceptedFile: string;
  /** Characters that the body may have. */
  readonly most: number;
}

/** For an issue. Whatever a document says stands in code, where GitHub reads no markup. */
export function renderIssue(drift: Drift, options: IssueOptions): string {
  const { breaks, news } = drift;
  const blocks = [
    headline(drift),
    "Below, our document is read as the base and Twilio's as the head of an edit.",
    ...(breaks.length === 0 ? [] : ["### What breaks"]),
    ...breaks.map((finding) => findingBlock(finding, drift, options)),
    ...(news.length === 0 ? [] : ["### What ours does not know"]),
    ...news.map((finding) => findingBlock(finding, drift, options)),
    "### What to do",
    `Change the document (\`pnpm contract:review\` says who breaks), or accept the difference with its reason in ${codeSpan(options.acceptedFile)}. \`pnpm drift FILE\` shows the same on a machine of yours. This issue is edited when the differences change, and closed when there are none.`,
  ];
  const elsewhere = "`pnpm drift FILE` shows them all.";
  return cutBlocks(blocks, options.most, elsewhere);
}

function findingBlock(finding: Finding, drift: Drift, options: IssueOptions): string {
  const { was, now, base, head, answer } = finding;
  const mark = answer === "compatible" ? "🆕" : answer === "undecided" ? "❔" : "💥";
  return [
    `#### ${mark} ${markdownSentence(describeFinding(finding))}`,
    "",
    `- ours, at ${placeLink(base, drift.ours, options.oursUrl)}: ${codeSpan(valueOf(was), 300)}`,
    `- Twilio's, at ${placeLink(head, drift.theirs, options.theirsUrl)}: ${codeSpan(valueOf(now), 300)}`,
    "",
    "<details>\n<summary>To accept it as it stands</summary>\n",
    codeBlock(acceptanceOf(finding).trimEnd(), "yaml"),
    "\n</details>",
  ].join("\n");
}

function placeLink(
  position: SourcePosition | undefined,
  file: string,
  url: string | undefined,
): string {
  const text = codeSpan(placeText(position, file));
  if (url === undefined || !isAddress(url)) return text;
  return `[${text}](${url}${position === undefined ? "" : `#L${String(position.line)}`})`;
}

/** Nothing that ends a link in Markdown. */
function isAddress(url: string): boolean {
  return /^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.@%-]+)*$/.test(url);
}
