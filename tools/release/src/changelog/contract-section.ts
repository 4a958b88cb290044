import {
  type Finding,
  codeSpan,
  describeFinding,
  markdownSentence,
} from "@flex-channels/contract-review";
import { consumerAction } from "./consumer-action.ts";
import type { ContractRole } from "./contract-roles.ts";

/** What the contract's document did since a package was last released. */
export interface ContractChange {
  /** Version of the package's last release. */
  readonly since: string;
  readonly findings: readonly Finding[];
  /** Version of the contract that carries the change. */
  readonly contractVersion: string;
}

const MOST_LINES = 40;
const MOST_OPERATIONS = 3;

/** Name of the package whose changelog holds everything. */
const contractPackage = "@flex-channels/contract";

/**
 * The part of a changelog entry that the findings give; nothing where the document did not change.
 * Every name and value of the document stands in a code span, where Markdown reads nothing.
 */
export function contractSection(role: ContractRole, change: ContractChange): string | undefined {
  const { findings, since } = change;
  if (findings.length === 0) return undefined;
  const head = `### The contract since ${since}: ${verdict(findings)}`;
  if (role.kind === "follows") return [head, "", followingSentence(role, change)].join("\n");
  const acted = findings.map((finding) => ({ finding, action: consumerAction(finding) }));
  const lines = (kind: "must" | "may" | "nothing"): readonly string[] =>
    cut([
      ...new Set(
        acted
          .filter(({ action }) => action.kind === kind)
          .map(({ finding, action }) => line(finding, action.text)),
      ),
    ]);
  return [
    head,
    ...block("What you must do:", lines("must")),
    ...block("What you may want to do:", lines("may")),
    ...block("Nothing to do for:", lines("nothing")),
  ].join("\n");
}

function verdict(findings: readonly Finding[]): string {
  const count = (answer: Finding["answer"]): number =>
    findings.filter((finding) => finding.answer === answer).length;
  if (count("breaking") > 0) return "breaking";
  if (count("undecided") > 0) return "not proved to be compatible";
  return findings.every(({ bump }) => bump === "none" || bump === "patch")
    ? "documentation only"
    : "compatible";
}

function followingSentence(
  role: Extract<ContractRole, { kind: "follows" }>,
  { findings, contractVersion }: ContractChange,
): string {
  const asked = findings.filter((finding) => consumerAction(finding).kind === "must").length;
  const place = `the changelog of \`${contractPackage}\` ${contractVersion}`;
  const ends =
    asked === 0
      ? `It asks nothing of you; ${place} tells what changed.`
      : `It asks ${String(asked)} ${asked === 1 ? "thing" : "things"} of you, which ${place} lists.`;
  return `${role.sentence} ${ends}`;
}

function block(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, "", ...lines];
}

function line(finding: Finding, action: string): string {
  const error =
    finding.witness?.kind === "compiler"
      ? ` ${codeSpan(shortTypes(finding.witness.error), 300)}`
      : "";
  const sentence = describeFinding(finding);
  const quoted = new Set(sentence.map(({ kind, text }) => (kind === "quote" ? text : "")));
  const told = `- ${markdownSentence(sentence)}${where(finding.operations, quoted)}.`;
  return `${told}${action === "" ? "" : ` ${action}`}${error}`;
}

/**
 * A type that the compiler writes out says less than the member that it lacks, and the lines below
 * the first say the same again, deeper.
 */
function shortTypes(error: string): string {
  const [first = ""] = error.split("\n");
  return first.replaceAll(/'\{[^']{40,}\}'/g, "'{ … }'");
}

/** The operations that the sentence does not name itself. */
function where(operations: readonly string[], quoted: ReadonlySet<string>): string {
  const unnamed = operations.filter((name) => !quoted.has(name));
  if (unnamed.length === 0) return "";
  const shown = unnamed.slice(0, MOST_OPERATIONS).map((name) => codeSpan(name));
  const rest = unnamed.length - shown.length;
  return ` (${shown.join(", ")}${rest > 0 ? ` and ${String(rest)} more` : ""})`;
}

function cut(lines: readonly string[]): readonly string[] {
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `- and ${String(rest)} more`] : lines;
}
