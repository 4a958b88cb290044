import { quote } from "./describe-value.ts";
import type { Span } from "./syntax/parsed-source.ts";

/** What stands at a place of a text, on one line: the `received` of last resort. */
export function excerpt(text: string, { start, end }: Span): string {
  if (text.slice(start).trim() === "") return "the end of the file";
  const stop = text.indexOf("\n", start);
  const line = text.slice(start, stop === -1 ? text.length : stop);
  const part = end > start ? line.slice(0, end - start) : line;
  const shown = part.trim() === "" ? line.trim() : part.trim();
  return shown === "" ? "the end of the line" : quote(shown);
}
