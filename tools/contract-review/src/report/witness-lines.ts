import type { Witness } from "../compare/change.ts";
import { shorten } from "./visible-text.ts";
import { witnessText } from "./witness-text.ts";

const MOST_LINES = 40;
const WIDEST = 400;

/**
 * A witness for a person: the middle of a long message and the end of a long line say nothing new.
 * What is left out is counted, and only the JSON report leaves nothing out.
 *
 * @param most Characters at most, without the closing sentence.
 */
export function shortWitness(witness: Witness, most: number): string {
  const whole = witnessText(witness);
  const shown = shorten(withoutMiddle(whole.split("\n")).join("\n"), most);
  return shown === whole
    ? whole
    : `${shown}\n\n(cut; the whole has ${String(whole.length)} characters: --format json)`;
}

function withoutMiddle(lines: readonly string[]): readonly string[] {
  const short = lines.map((line) => shorten(line, WIDEST));
  const left = lines.length - MOST_LINES;
  if (left <= 0) return short;
  const half = MOST_LINES / 2;
  return [...short.slice(0, half), `… ${String(left)} more lines`, ...short.slice(-half)];
}
