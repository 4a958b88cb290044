import type { Change, Witness } from "../compare/change.ts";
import { child } from "../json/pointer.ts";
import type { BrokenUsage } from "./compile-consumer.ts";
import { relatedChange } from "./related-change.ts";
import { isNarrowing, sourceKeyword } from "./source-keyword.ts";
import type { Usage } from "./usage.ts";

/** The compiler's errors as changes, each beside the change on the wire that it comes from. */
export function sourceChanges(
  broken: readonly BrokenUsage[],
  changes: readonly Change[],
): readonly Change[] {
  const renamed = new Map<Change, Witness>();
  const found = new Map<string, Change>();
  // Of a method that is gone, one error says everything.
  const gone = new Set(broken.filter(isMethodGone).map(({ usage }) => usage.operation));
  for (const one of broken) {
    const { usage, error } = one;
    if (gone.has(usage.operation) && !isMethodGone(one)) continue;
    const witness: Witness = {
      kind: "compiler",
      code: usage.shown,
      error: `TS${String(error.code)}: ${error.message}`,
    };
    const whole = isMethodGone(one) ? changeOfMethod(changes, usage.operation) : undefined;
    // What was announced long enough is no surprise; what was renamed is one finding, with its proof.
    if (whole?.kind === "operation-retired") continue;
    if (whole?.kind === "name-changed") {
      renamed.set(whole, witness);
      continue;
    }
    const related = whole ?? relatedChange(changes, usage, error.message);
    if (related?.kind === "member-retired") continue;
    const change = changeOf(one, related, witness);
    const key = related === undefined ? placeOf(usage) : String(changes.indexOf(related));
    const known = found.get(key);
    found.set(key, known === undefined ? change : merged(known, change));
  }
  const proved = changes.map((change) => {
    const witness = renamed.get(change);
    return witness === undefined ? change : { ...change, witness };
  });
  return [...proved, ...found.values()];
}

function isMethodGone({ usage, error }: BrokenUsage): boolean {
  return usage.kind === "call" && sourceKeyword(error.code, error.message) === "missing";
}

function changeOf(
  { usage, error, operations }: BrokenUsage,
  related: Change | undefined,
  witness: Witness,
): Change {
  const keyword = sourceKeyword(error.code, error.message);
  return {
    kind: isNarrowing(keyword) ? "source-narrowed" : "source-refused",
    direction: directionOf(usage),
    part: "source",
    keyword,
    operations,
    instanceLocation: usage.path.reduce((at, token) => child(at, token), ""),
    ...(related?.basePointer === undefined ? {} : { basePointer: related.basePointer }),
    ...(related?.headPointer === undefined ? {} : { headPointer: related.headPointer }),
    ...(related?.was === undefined ? {} : { was: related.was }),
    ...(related?.now === undefined ? {} : { now: related.now }),
    witness,
    dependsOnConvention: false,
  };
}

/** One cause shows where a value is read, compared and passed on: the first that breaks tells it. */
function merged(known: Change, other: Change): Change {
  const [first, second] =
    known.kind === "source-narrowed" && other.kind === "source-refused"
      ? [other, known]
      : [known, other];
  return { ...first, operations: [...new Set([...first.operations, ...second.operations])] };
}

function placeOf(usage: Usage): string {
  return [directionOf(usage), usage.owner ?? usage.operation, ...usage.path].join("\n");
}

function directionOf({ kind }: Usage): "request" | "response" {
  return kind === "result" || kind === "status" ? "response" : "request";
}

function changeOfMethod(changes: readonly Change[], operation: string): Change | undefined {
  const kinds = new Set(["name-changed", "operation-retired", "operation-removed"]);
  return changes.find(({ kind, operations }) => kinds.has(kind) && operations.includes(operation));
}
