import { createHash } from "node:crypto";
import type { Finding, SourcePosition } from "../../verdict/finding.ts";
import type { Comparison, Review } from "../../verdict/review.ts";
import { describeFinding } from "../describe-finding.ts";
import type { Render } from "../render.ts";
import { valueChange } from "../value-change.ts";
import { verdictSentence } from "../verdict-sentence.ts";
import { shorten, visibleBlock } from "../visible-text.ts";
import { whoBreaks } from "../who-breaks.ts";
import { shortWitness } from "../witness-lines.ts";
import { type Numbered, documentSide, lineId } from "./document-side.ts";
import { escapeHtml, escapeLine } from "./escape-html.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";

/** One page that asks nobody for anything: the findings, and the documents side by side. */
export const htmlReport: Render = (review) => {
  const title = `Contract review: ${review.bump}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${digest(pageStyle)}; script-src ${digest(pageScript)}; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<h1>${title}</h1>
<p>${escapeLine(verdictSentence(review))}</p>
${filters()}
<p class="dim keys">Keys: <kbd>j</kbd> and <kbd>k</kbd> go through the findings, <kbd>Enter</kbd> jumps to the line, <kbd>f</kbd> to the filters.</p>
</header>
<main id="findings">
${review.comparisons.map((comparison, index) => comparisonSection(comparison, index, review)).join("\n")}
${waiverSection(review)}
</main>
<footer class="dim">${escapeLine(review.tool.name)} ${escapeLine(review.tool.version)}</footer>
<script>${pageScript}</script>
</body>
</html>
`;
};

/** Names the one style and the one script that may be used: what a document could slip in has another digest. */
function digest(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function filters(): string {
  const box = (name: string): string =>
    `<label><input type="checkbox" id="show-${name}" checked> ${name}</label>`;
  const group = (legend: string, names: readonly string[]): string =>
    `<fieldset><legend>${legend}</legend>${names.map(box).join("")}</fieldset>`;
  return [
    group("Promise", ["wire", "source"]),
    group("Direction", ["request", "response", "document"]),
    group("Answer", ["compatible"]),
  ].join("");
}

function comparisonSection(comparison: Comparison, index: number, review: Review): string {
  const { base, bump, findings } = comparison;
  const numbered = findings.map((finding, at): Numbered => {
    return { id: `f${String(index)}-${String(at)}`, finding };
  });
  const prefixes = { base: `b${String(index)}`, head: `h${String(index)}` };
  const list =
    findings.length === 0
      ? "<p>Both documents mean the same.</p>"
      : numbered.map((one) => findingArticle(one, prefixes)).join("\n");
  return `<h2>${escapeLine(base.label)} → ${escapeLine(review.head.label)}: ${bump}</h2>
${list}
<div class="sides">
${documentSide("base", prefixes.base, base, numbered)}
${documentSide("head", prefixes.head, review.head, numbered)}
</div>`;
}

interface Prefixes {
  readonly base: string;
  readonly head: string;
}

function findingArticle({ id, finding }: Numbered, prefixes: Prefixes): string {
  const { answer, promise, direction, bump, ruleId, waiver, witness } = finding;
  const title = describeFinding(finding)
    .map(({ kind, text }) =>
      kind === "quote" ? `<code>${escapeLine(shorten(text, 200))}</code>` : escapeLine(text),
    )
    .join("");
  const tags = [
    answer,
    promise,
    direction,
    waiver === undefined ? bump : `waived (${waiver.mutedBump})`,
  ]
    .map((tag) => `<span class="tag">${tag}</span>`)
    .join(" ");
  return `<article class="finding" id="${id}" tabindex="0" data-answer="${answer}" data-promise="${promise}" data-direction="${direction}">
<h3>${title}</h3>
<p>${tags} <code class="dim">${escapeLine(ruleId)}</code></p>
<dl>${details(finding, prefixes)
    .map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`)
    .join("")}</dl>
${witness === undefined ? "" : `<pre class="block">${escapeHtml(visibleBlock(shortWitness(witness, MOST_WITNESS)))}</pre>`}
</article>`;
}

const MOST_OPERATIONS = 20;
const MOST_WITNESS = 20_000;

function details(
  finding: Finding,
  prefixes: Prefixes,
): readonly (readonly [term: string, value: string])[] {
  const { base, head, was, now, operations, waiver, answer } = finding;
  const rest = operations.length - MOST_OPERATIONS;
  const shown = operations
    .slice(0, MOST_OPERATIONS)
    .map((name) => `<code>${escapeLine(name)}</code>`)
    .join(", ");
  return [
    ...(was === undefined && now === undefined
      ? []
      : valueChange(was, now).map(
          ({ title, text }) =>
            [title, text === undefined ? "nothing" : `<code>${escapeLine(text)}</code>`] as const,
        )),
    ...(operations.length === 0
      ? []
      : [["in", rest > 0 ? `${shown} and ${String(rest)} more` : shown] as const]),
    ...(answer === "compatible" ? [] : [["who breaks", escapeLine(whoBreaks(finding))] as const]),
    ...(base === undefined ? [] : [["base", lineLink(base, prefixes.base)] as const]),
    ...(head === undefined ? [] : [["head", lineLink(head, prefixes.head)] as const]),
    ["why", escapeLine(finding.reason)] as const,
    ...(finding.dependsOnConvention
      ? [["rests on", "the convention that only what is declared is sent"] as const]
      : []),
    ...(waiver === undefined
      ? []
      : [
          [
            "waived",
            `${escapeLine(waiver.reason)} (${escapeLine(waiver.owner)}, until ${escapeLine(waiver.expires)})`,
          ] as const,
        ]),
    ["fingerprint", `<code>${escapeLine(finding.fingerprint)}</code>`] as const,
  ];
}

function lineLink({ file, line, column }: SourcePosition, prefix: string): string {
  const id = lineId(prefix, line);
  return `<a href="#${id}" data-line="${id}"><code>${escapeLine(file)}:${String(line)}:${String(column)}</code></a>`;
}

function waiverSection({ waivers, changesets }: Review): string {
  const items = [
    ...waivers.unused.map(
      ({ fingerprint, owner }) =>
        `Unused waiver ${fingerprint} of ${owner}: no finding has this fingerprint.`,
    ),
    ...waivers.expired.map(
      ({ fingerprint, owner, expires }) =>
        `Expired waiver ${fingerprint} of ${owner}: it ended on ${expires}.`,
    ),
    ...(changesets?.packages ?? []).map(
      ({ name, declared }) =>
        `Changeset of ${name}: ${declared} is declared, ${changesets?.needed ?? ""} is needed.`,
    ),
  ];
  if (items.length === 0) return "";
  return `<h2>Waivers and changesets</h2><ul>${items.map((item) => `<li>${escapeLine(item)}</li>`).join("")}</ul>`;
}
