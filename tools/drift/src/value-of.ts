import type { Finding, SourcePosition } from "@flex-channels/contract-review";
import { visibleText } from "@flex-channels/contract-review";

const most = 200;

/** A value of a document in one line. */
export function valueOf(value: Finding["was"]): string {
  if (value === undefined) return "(says nothing)";
  const text = visibleText(JSON.stringify(value));
  const left = text.length - most;
  return left <= 0 ? text : `${text.slice(0, most)}… (${String(left)} more characters)`;
}

export function placeText(position: SourcePosition | undefined, file: string): string {
  if (position === undefined) return file;
  return `${position.file}:${String(position.line)}:${String(position.column)}`;
}
