import { hash } from "node:crypto";
import { isWithinBump } from "../verdict/bump.ts";
import type { Finding, SourcePosition } from "../verdict/finding.ts";
import type { Review } from "../verdict/review.ts";
import { describeFinding } from "./describe-finding.ts";
import type { Render } from "./render.ts";
import { shortText } from "./segment.ts";
import { visibleText } from "./visible-text.ts";
import { shortWitness } from "./witness-lines.ts";

/** Code scanning shows a message in a margin. */
const MOST_WITNESS = 1000;

/** SARIF 2.1.0, for code scanning: a run a base, a result a finding on a line of the head. */
export const sarifReport: Render = (review) =>
  `${JSON.stringify(
    {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: review.comparisons.map(({ base, findings }) => runOf(review, base.label, findings)),
    },
    null,
    2,
  )}\n`;

function runOf(review: Review, base: string, findings: readonly Finding[]): object {
  const rules = [...new Set(findings.map(({ ruleId }) => ruleId))].toSorted();
  return {
    tool: {
      driver: {
        name: review.tool.name,
        semanticVersion: review.tool.version,
        rules: rules.map((id) => ({
          id,
          shortDescription: { text: `Changes of the kind ${id}` },
          help: { text: `Run: contract-review explain ${id}` },
        })),
      },
    },
    automationDetails: { id: `contract-review/${hash("sha256", base, "hex").slice(0, 12)}/` },
    columnKind: "utf16CodeUnits",
    results: findings.map((finding) => resultOf(finding, rules, review)),
  };
}

function resultOf(finding: Finding, rules: readonly string[], review: Review): object {
  const { base, head, waiver, witness, fingerprint, ruleId } = finding;
  const text = shortText(describeFinding(finding));
  return {
    ruleId,
    ruleIndex: rules.indexOf(ruleId),
    level: levelOf(finding, review),
    kind: finding.answer === "compatible" ? "informational" : "fail",
    message: {
      text: visibleText(
        witness === undefined
          ? `${text}.`
          : `${text}. For example: ${shortWitness(witness, MOST_WITNESS).replaceAll("\n", " ")}`,
      ),
    },
    // A result without a place in the head stands where the head's document begins.
    locations: [locationOf(head ?? { file: review.head.file, line: 1, column: 1 })],
    ...(base === undefined
      ? {}
      : { relatedLocations: [{ id: 1, message: { text: "in the base" }, ...locationOf(base) }] }),
    partialFingerprints: { "contractReview/v1": fingerprint },
    ...(waiver === undefined
      ? {}
      : {
          suppressions: [
            { kind: "external", status: "accepted", justification: visibleText(waiver.reason) },
          ],
        }),
    properties: {
      promise: finding.promise,
      answer: finding.answer,
      bump: finding.bump,
      operations: finding.operations.map(visibleText),
      instanceLocation: visibleText(finding.instanceLocation),
    },
  };
}

/** A kind other than `fail` has the level `none` (SARIF 2.1.0 §3.27.10). */
function levelOf({ answer, bump }: Finding, { allowed }: Review): string {
  if (answer === "compatible") return "none";
  return isWithinBump(bump, allowed) ? "warning" : "error";
}

function locationOf({ file, line, column }: SourcePosition): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split("/").map(encodeSegment).join("/") },
      region: { startLine: line, startColumn: column },
    },
  };
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replaceAll(/\p{Cs}/gu, "\uFFFD"));
}
