import type { JsonValue } from "../json/json-value.ts";
import { shorten } from "./visible-text.ts";

/** A value in one line, for was → now. */
export function valueText(value: JsonValue | undefined, most = 200): string {
  return value === undefined ? "nothing" : shorten(JSON.stringify(value), most);
}

const MOST_LINES = 40;

/** A value in several lines, for a witness; the middle of a long one says nothing new. */
export function valueBlock(value: JsonValue, most = 4000): string {
  const lines = JSON.stringify(value, null, 2).split("\n");
  const left = lines.length - MOST_LINES;
  if (left <= 0) return shorten(lines.join("\n"), most);
  const half = MOST_LINES / 2;
  const shown = [...lines.slice(0, half), `… ${String(left)} more lines`, ...lines.slice(-half)];
  return shorten(shown.join("\n"), most);
}
