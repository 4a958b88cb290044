import type { Finding } from "../verdict/finding.ts";
import { describeFinding } from "./describe-finding.ts";
import type { Render } from "./render.ts";
import { shortText } from "./segment.ts";
import { valueText } from "./value-text.ts";
import { isWithinBump } from "../verdict/bump.ts";
import { visibleBlock, visibleText } from "./visible-text.ts";
import { shortWitness } from "./witness-lines.ts";

const MOST_WITNESS = 4000;

/** For test dashboards: a suite a base, a case a finding; what is not allowed fails. */
export const junitReport: Render = ({ comparisons, allowed }) => {
  const fails = (finding: Finding): boolean => !isWithinBump(finding.bump, allowed);
  const suites = comparisons.map(({ base, findings }) => {
    const failures = findings.filter(fails).length;
    const cases = findings.map((finding) => testCase(finding, fails(finding)));
    const none = `    <testcase classname="contract-review" name="compatible"/>`;
    const body = cases.length === 0 ? [none] : cases;
    return [
      `  <testsuite name="${attribute(`contract against ${base.label}`)}" tests="${String(body.length)}" failures="${String(failures)}" errors="0" skipped="${String(findings.filter(({ waiver }) => waiver !== undefined).length)}">`,
      ...body,
      "  </testsuite>",
    ].join("\n");
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="contract-review">\n${suites.join("\n")}\n</testsuites>\n`;
};

function testCase(finding: Finding, isFailure: boolean): string {
  const title = shortText(describeFinding(finding));
  const open = `    <testcase classname="${attribute(finding.ruleId)}" name="${attribute(`${title} [${finding.fingerprint}]`)}"`;
  if (finding.waiver !== undefined) {
    return `${open}><skipped message="${attribute(finding.waiver.reason)}"/></testcase>`;
  }
  if (!isFailure) return `${open}/>`;
  const { witness, was, now, operations, reason, base, head } = finding;
  const at = (position: typeof base): string =>
    position === undefined
      ? ""
      : `${position.file}:${String(position.line)}:${String(position.column)}`;
  const details = [
    reason,
    `operations: ${operations.join(", ")}`,
    `base: ${at(base)}`,
    `head: ${at(head)}`,
    `was: ${valueText(was)}`,
    `now: ${valueText(now)}`,
    ...(witness === undefined ? [] : ["", shortWitness(witness, MOST_WITNESS)]),
  ].join("\n");
  return `${open}>\n      <failure type="${attribute(finding.answer)}" message="${attribute(title)}">${content(details)}</failure>\n    </testcase>`;
}

/** Characters that no XML 1.0 document may hold (§2.2) are gone already: they are not visible. */
function content(text: string): string {
  return escapeXml(visibleBlock(text)).replaceAll(/[\uFFFE\uFFFF]/g, "\uFFFD");
}

function attribute(text: string): string {
  return escapeXml(visibleText(text)).replaceAll(/[\uFFFE\uFFFF]/g, "\uFFFD");
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
