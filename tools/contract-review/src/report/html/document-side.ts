import type { Finding } from "../../verdict/finding.ts";
import type { Version } from "../../verdict/review.ts";
import { shorten } from "../visible-text.ts";
import { escapeLine } from "./escape-html.ts";

/** Documents up to this many lines are shown whole, others around their findings. */
const MOST_LINES = 3000;
const AROUND = 6;
const WIDEST = 300;

/** A finding and the number that the page gives it. */
export interface Numbered {
  readonly id: string;
  readonly finding: Finding;
}

/** One of the two documents with its findings at their lines. */
export function documentSide(
  which: "base" | "head",
  prefix: string,
  { label, file, text }: Version,
  findings: readonly Numbered[],
): string {
  const marks = marksOf(which, file, findings);
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  const shown = visibleLines(lines.length, [...marks.keys()]);
  const items: string[] = [];
  let last = 0;
  for (const number of shown) {
    if (number > last + 1) items.push(gapItem(number - last - 1));
    items.push(lineItem(prefix, number, lines[number - 1] ?? "", marks.get(number) ?? []));
    last = number;
  }
  if (last < lines.length) items.push(gapItem(lines.length - last));
  const title = `${which} · ${escapeLine(label)} · ${escapeLine(file)}`;
  return `<section class="side" tabindex="0" aria-label="${title}"><h3>${title}</h3><ol>${items.join("")}</ol></section>`;
}

/** The name of a line within the page. */
export function lineId(prefix: string, line: number): string {
  return `${prefix}-${String(line)}`;
}

function marksOf(
  which: "base" | "head",
  file: string,
  findings: readonly Numbered[],
): ReadonlyMap<number, readonly Numbered[]> {
  const marks = new Map<number, Numbered[]>();
  for (const numbered of findings) {
    const position = numbered.finding[which];
    if (position === undefined || position.file !== file) continue;
    const known = marks.get(position.line);
    if (known === undefined) marks.set(position.line, [numbered]);
    else known.push(numbered);
  }
  return marks;
}

function visibleLines(count: number, marked: readonly number[]): readonly number[] {
  if (count <= MOST_LINES) return Array.from({ length: count }, (_, index) => index + 1);
  const shown = new Set<number>();
  for (const line of marked) {
    for (let near = line - AROUND; near <= line + AROUND; near += 1) {
      if (near >= 1 && near <= count) shown.add(near);
    }
  }
  return [...shown].toSorted((left, right) => left - right);
}

function gapItem(count: number): string {
  return `<li class="gap">… ${String(count)} more lines</li>`;
}

const MARKS = { breaking: "💥", undecided: "❔", compatible: "✓" } as const;
const MOST_MARKS = 3;

function lineItem(
  prefix: string,
  number: number,
  text: string,
  findings: readonly Numbered[],
): string {
  const links = findings
    .slice(0, MOST_MARKS)
    .map(
      ({ id, finding }) =>
        `<a href="#${id}" title="${escapeLine(finding.ruleId)}" aria-label="finding ${escapeLine(finding.ruleId)}">${MARKS[finding.answer]}</a>`,
    )
    .join("");
  const more = findings.length > MOST_MARKS ? "…" : "";
  const hit = findings.length > 0 ? ' class="hit"' : "";
  return `<li id="${lineId(prefix, number)}"${hit}><span class="n">${String(number)}</span><span class="m">${links}${more}</span><span>${escapeLine(shorten(text, WIDEST))}</span></li>`;
}
