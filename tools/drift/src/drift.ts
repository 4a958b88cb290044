import { createHash } from "node:crypto";
import type { Finding } from "@flex-channels/contract-review";
import type { Accepted } from "./accepted.ts";

/** Where two documents stand, as data: every report is a function of it. */
export interface Drift {
  /** What either document is called in reports. */
  readonly ours: string;
  readonly theirs: string;
  /** A client of ours may send what theirs refuses, or cannot read what theirs answers. */
  readonly breaks: readonly Finding[];
  /** Theirs says something that ours does not, and nothing breaks. */
  readonly news: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  /** Entries that no difference needs any more. */
  readonly unused: readonly Accepted[];
  /** How often theirs is silent where ours says more: no sign of anything. */
  readonly silent: number;
}

export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** Whether nothing is left that a person should look at. */
export function doAgree({ breaks, news }: Drift): boolean {
  return breaks.length === 0 && news.length === 0;
}

/** The same for the same differences, wherever they stand and in whatever words they are told. */
export function digestOf({ breaks, news }: Drift): string {
  const lines = [...breaks, ...news].map(({ ruleId, operations, instanceLocation, was, now }) =>
    JSON.stringify([ruleId, operations, instanceLocation, was ?? null, now ?? null]),
  );
  return createHash("sha256")
    .update(lines.toSorted(byCodeUnit).join("\n"))
    .digest("hex")
    .slice(0, 32);
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
