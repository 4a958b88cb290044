import { child } from "../json/pointer.ts";
import type { Field } from "../message/operation.ts";
import { compareDeprecation, isRetired } from "./compare-deprecation.ts";
import { compareDocumentation } from "./compare-documentation.ts";
import type { MessageDirection } from "./direction.ts";
import { type Walk, describe, enter } from "./mild-change.ts";

/** Parameters of one place, or the headers of one answer, in both documents. */
export interface FieldLists {
  readonly direction: MessageDirection;
  readonly part: string;
  readonly location: string;
  readonly base: readonly Field[];
  readonly head: readonly Field[];
  readonly baseOwner: string;
  readonly headOwner: string;
}

/** What came, went or changed among named values. */
export function compareFields(walk: Walk, lists: FieldLists): void {
  const { context, operations } = walk;
  const { direction, part, location, base, head, baseOwner, headOwner } = lists;
  const isIgnored = direction === "request" && operations.base.initiator === "client";
  for (const field of base) {
    if (head.some(({ key }) => key === field.key)) continue;
    enter(walk, {
      kind: isRetired(context, field)
        ? "member-retired"
        : isIgnored
          ? "parameter-ignored"
          : "message-tolerated",
      direction,
      part,
      keyword: "removed",
      location: child(location, field.name),
      basePointer: field.pointer,
      headPointer: headOwner,
      was: field.name,
      dependsOnConvention: isIgnored,
    });
  }
  for (const field of head) {
    if (base.some(({ key }) => key === field.key)) continue;
    enter(walk, {
      direction,
      part,
      keyword: "added",
      location: child(location, field.name),
      basePointer: baseOwner,
      headPointer: field.pointer,
      now: field.name,
      dependsOnConvention: direction === "request",
    });
  }
  for (const [was, now] of pairs(base, head)) {
    const at = child(location, was.name);
    const pointers = { basePointer: was.pointer, headPointer: now.pointer };
    if (was.required !== now.required) {
      enter(walk, {
        direction,
        part,
        keyword: "required",
        location: at,
        ...pointers,
        was: was.required,
        now: now.required,
      });
    }
    const kind = direction === "request" ? "parameter" : "header";
    compareDeprecation(context, operations, { part, location: at, direction }, was, now);
    compareDocumentation(context, kind, at, was, now, [operations.base.name]);
    describe(walk, { direction, part, location: at }, was, now);
  }
}

/** The values that both documents declare. */
export function pairs(
  base: readonly Field[],
  head: readonly Field[],
): readonly (readonly [Field, Field])[] {
  return base.flatMap((was) => {
    const now = head.find(({ key }) => key === was.key);
    return now === undefined ? [] : [[was, now] as const];
  });
}
