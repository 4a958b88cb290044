import type { JsonValue } from "../json/json-value.ts";
import type { Operation } from "../message/operation.ts";
import type { Side } from "../message/side.ts";
import type { CauseBook } from "./cause-book.ts";

/** How the documents are read, and by which promises about leaving. */
export interface CompareOptions {
  /** Reads schemas literally: a sender may send what its document does not exclude. */
  readonly strict: boolean;
  readonly openEnums: readonly string[];
  readonly deprecation: { readonly sunset: string; readonly graceDays: number };
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
}

/** What every comparison below the documents needs. */
export interface CompareContext {
  readonly base: Side;
  readonly head: Side;
  readonly options: CompareOptions;
  /** Whether two places hold equal text that leads, by references, to equal text. */
  readonly unchanged: (basePointer: string, headPointer: string) => boolean;
  /** The same, but for words for readers: no message can tell one from the other. */
  readonly alike: (basePointer: string, headPointer: string) => boolean;
  readonly book: CauseBook;
}

/** An operation as both documents describe it. */
export interface OperationPair {
  readonly base: Operation;
  readonly head: Operation;
}

/** Equal text for values that are equal but for the order of keys. */
export function canonicalText(value: JsonValue | undefined): string {
  if (value === undefined) return "";
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
