import type { Change } from "./change.ts";

/** Keeps one change a cause, and the operations that show it. */
export interface CauseBook {
  /** Enters a change, or its operations where the cause is known; returns the cause. */
  readonly add: (change: Change) => string;
  /** Notes that an operation shows causes entered before. */
  readonly addOperation: (causes: Iterable<string>, operation: string) => void;
  readonly changes: () => readonly Change[];
}

export function createCauseBook(): CauseBook {
  const entries = new Map<string, { readonly change: Change; readonly operations: Set<string> }>();
  return {
    add(change) {
      const cause = causeOf(change);
      const entry = entries.get(cause);
      if (entry === undefined) {
        entries.set(cause, { change, operations: new Set(change.operations) });
      } else {
        for (const operation of change.operations) entry.operations.add(operation);
      }
      return cause;
    },
    addOperation(causes, operation) {
      for (const cause of causes) entries.get(cause)?.operations.add(operation);
    },
    changes: () => {
      const changes = [...entries.values()].map(({ change, operations }) => ({
        ...change,
        operations: [...operations],
      }));
      return changes.filter((change) => !isOutweighed(change, entries));
    },
  };
}

/** In a recursive schema one edit breaks at one depth and is told mildly at another: it breaks. */
function isOutweighed(
  change: Change,
  entries: ReadonlyMap<string, { readonly operations: ReadonlySet<string> }>,
): boolean {
  if (change.kind !== "message-tolerated") return false;
  const heavier = entries.get(causeOf({ ...change, kind: "message-refused" }));
  return change.operations.every((operation) => heavier?.operations.has(operation) === true);
}

/** Keywords whose one value speaks of many properties: each property is a cause of its own. */
const OF_PROPERTIES = /^(?:required|properties|added|removed|.*Properties|dependent.*)$/;

/**
 * What was edited, not where it shows: a keyword of a shared schema is one cause in fifty operations
 * and in ten statuses.
 */
function causeOf(change: Change): string {
  const { kind, direction, keyword, basePointer, headPointer, instanceLocation } = change;
  const property = OF_PROPERTIES.test(keyword)
    ? instanceLocation.slice(instanceLocation.lastIndexOf("/"))
    : "";
  return [kind, direction, keyword, property, basePointer ?? "", headPointer ?? ""].join("\n");
}
