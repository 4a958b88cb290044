import type { Change, Direction, Witness } from "../compare/change.ts";
import { child, tokensOf } from "../json/pointer.ts";
import type { BrokenUsage } from "./compile-consumer.ts";
import { isNarrowing, sourceKeyword } from "./source-keyword.ts";

/** The compiler's errors as changes, each beside the change on the wire that it comes from. */
export function sourceChanges(
  broken: readonly BrokenUsage[],
  changes: readonly Change[],
): readonly Change[] {
  const added = new Map<string, Change>();
  const named = new Map<Change, Witness>();
  for (const { usage, error, operations } of broken) {
    const direction = usage.kind === "result" || usage.kind === "status" ? "response" : "request";
    const keyword = sourceKeyword(error.code, error.message);
    const witness: Witness = {
      kind: "compiler",
      code: usage.shown,
      error: `TS${String(error.code)}: ${error.message}`,
    };
    const isMethodGone = usage.kind === "call" && keyword === "missing";
    const whole = isMethodGone ? methodChange(changes, usage.operation) : undefined;
    // What was announced long enough is no surprise; what was renamed is one finding, with its proof.
    if (whole?.kind === "operation-retired") continue;
    if (whole?.kind === "name-changed") {
      named.set(whole, witness);
      continue;
    }
    const instanceLocation = usage.path.reduce((at, token) => child(at, token), "");
    const related = whole ?? relatedChange(changes, direction, usage.operation, usage.path);
    const key = [direction, usage.owner ?? usage.operation, instanceLocation].join("\n");
    // The compiler often says one thing twice: where a value is read and where it is compared.
    const known = added.get(key);
    const isMild = isNarrowing(keyword);
    if (known !== undefined && (isMild || known.kind === "source-refused")) continue;
    added.set(key, {
      kind: isMild ? "source-narrowed" : "source-refused",
      direction,
      part: "source",
      keyword,
      operations,
      instanceLocation,
      ...(related?.basePointer === undefined ? {} : { basePointer: related.basePointer }),
      ...(related?.headPointer === undefined ? {} : { headPointer: related.headPointer }),
      ...(related?.was === undefined ? {} : { was: related.was }),
      ...(related?.now === undefined ? {} : { now: related.now }),
      witness,
      dependsOnConvention: false,
    });
  }
  const proved = changes.map((change) => {
    const witness = named.get(change);
    return witness === undefined ? change : { ...change, witness };
  });
  return [...proved, ...mergeCauses([...added.values()])];
}

function methodChange(changes: readonly Change[], operation: string): Change | undefined {
  const kinds = ["name-changed", "operation-retired", "operation-removed"];
  return changes.find(
    ({ kind, operations }) => kinds.includes(kind) && operations.includes(operation),
  );
}

/** The change on the wire at the same place, or the nearest one of the same operation. */
function relatedChange(
  changes: readonly Change[],
  direction: Direction,
  operation: string,
  path: readonly string[],
): Change | undefined {
  const names = path.filter((token) => token !== "options" && token !== "status");
  let best: Change | undefined;
  let bestScore = -1;
  for (const change of changes) {
    if (change.direction !== direction || !change.operations.includes(operation)) continue;
    const score = sharedEnd(tokensOf(change.instanceLocation), names);
    if (score > bestScore) {
      best = change;
      bestScore = score;
    }
  }
  return best;
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

/** One change for one place in the documents, with the operations of all. */
function mergeCauses(changes: readonly Change[]): readonly Change[] {
  const causes = new Map<string, Change>();
  for (const change of changes) {
    const { direction, keyword, basePointer, headPointer, instanceLocation } = change;
    const last = tokensOf(instanceLocation).at(-1) ?? "";
    const key = [direction, keyword, last, basePointer ?? "", headPointer ?? ""].join("\n");
    const known = causes.get(key);
    causes.set(
      key,
      known === undefined
        ? change
        : { ...known, operations: [...new Set([...known.operations, ...change.operations])] },
    );
  }
  return [...causes.values()];
}
