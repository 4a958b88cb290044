import type { Bump } from "../verdict/bump.ts";
import type { Finding } from "../verdict/finding.ts";
import { describeFinding } from "./describe-finding.ts";
import { markdownSentence } from "./markdown-text.ts";

const INTRODUCTION: Readonly<Record<Bump, string>> = {
  major: "Breaking changes of the API contract:",
  minor: "The API contract grew, and everything that worked still works:",
  patch: "The documentation of the API contract changed:",
  none: "The API contract changed:",
};

const MOST_SENTENCES = 12;

/** The text of a changeset that declares a bump, with what consumers of the packages must know. */
export function changesetText(
  packages: readonly string[],
  bump: Bump,
  findings: readonly Finding[],
): string {
  const header = packages.map((name) => `${JSON.stringify(name)}: ${bump}`);
  return ["---", ...header, "---", "", summary(findings, bump), ""].join("\n");
}

function summary(findings: readonly Finding[], bump: Bump): string {
  const breaking = findings.filter(({ answer }) => answer !== "compatible");
  const telling = breaking.length > 0 ? breaking : findings;
  const sentences = [...new Set(telling.map(entryOf))];
  const rest = sentences.length - MOST_SENTENCES;
  return [
    INTRODUCTION[bump],
    "",
    ...sentences.slice(0, MOST_SENTENCES).map((text) => `- ${text}`),
    ...(rest > 0 ? [`- and ${String(rest)} more`] : []),
  ].join("\n");
}

function entryOf(finding: Finding): string {
  const [operation] = finding.operations;
  const title = markdownSentence(describeFinding(finding));
  const isNamed = finding.instanceLocation === "" || operation === undefined;
  const where = isNamed ? [] : [{ kind: "quote" as const, text: operation }];
  return where.length === 0 ? `${title}.` : `${title} (${markdownSentence(where)}).`;
}
