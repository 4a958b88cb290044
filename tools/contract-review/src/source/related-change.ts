import type { Change } from "../compare/change.ts";
import { tokensOf } from "../json/pointer.ts";
import { concernsTypes } from "./concerns-types.ts";
import type { Usage } from "./usage.ts";

/**
 * The change on the wire that an error comes from: the one at the same place of the same operation,
 * or the only one that there is.
 */
export function relatedChange(
  changes: readonly Change[],
  usage: Usage,
  message: string,
): Change | undefined {
  const direction = usage.kind === "result" || usage.kind === "status" ? "response" : "request";
  const candidates = changes.filter(
    (change) =>
      change.direction === direction &&
      change.operations.includes(usage.operation) &&
      concernsTypes(change),
  );
  if (candidates.length < 2) return candidates[0];
  if (usage.kind === "status") return candidates.find(({ part }) => part === "status");
  if (usage.kind === "call") return candidates.find(({ keyword }) => keyword === "required");
  const missing = /^Property '([^']+)' is missing/.exec(lastLine(message))?.[1];
  const names = [...usage.path, ...(missing === undefined ? [] : [missing])];
  let best: Change | undefined;
  let bestScore = 0;
  for (const change of candidates) {
    const score = sharedEnd(tokensOf(change.instanceLocation), names);
    if (score > bestScore) {
      best = change;
      bestScore = score;
    }
  }
  return best ?? candidates.find(({ kind }) => kind === "message-refused");
}

/** The innermost reason of an error. */
function lastLine(message: string): string {
  return message.split("\n").at(-1)?.trim() ?? "";
}

/** How many names two paths have in common, counted from their ends. */
function sharedEnd(left: readonly string[], right: readonly string[]): number {
  let count = 0;
  while (
    count < left.length &&
    count < right.length &&
    left[left.length - 1 - count] === right[right.length - 1 - count]
  ) {
    count += 1;
  }
  return count;
}
