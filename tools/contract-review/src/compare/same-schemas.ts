import { gaps } from "../schema/gap.ts";
import { sameSet } from "../schema/same-set.ts";
import type { CompareContext } from "./context.ts";
import type { SchemaGroup } from "./schema-group.ts";
import type { SchemaPlace } from "./schema-place.ts";

/** Whether two groups read the same; several schemas that meet cannot be asked about as one. */
export function sameness(
  context: CompareContext,
  { direction }: SchemaPlace,
  base: SchemaGroup,
  head: SchemaGroup,
): "same" | "different" | "undecided" {
  const [basePointer, headPointer] = [base.root, head.root];
  if (basePointer === undefined || headPointer === undefined) return "undecided";
  if (context.alike(basePointer, headPointer)) return "same";
  const { strict, openEnums } = context.options;
  return sameSet(context.base.schemaAt(basePointer), context.head.schemaAt(headPointer), {
    direction,
    producerClosed: !strict,
    openEnums,
  });
}

/** `additionalProperties: true` declares what its absence allows: the same messages by the letter. */
export function isSameLetter(
  context: CompareContext,
  { direction }: SchemaPlace,
  base: SchemaGroup,
  head: SchemaGroup,
): boolean {
  if (base.root === undefined || head.root === undefined) return false;
  const was = context.base.schemaAt(base.root);
  const now = context.head.schemaAt(head.root);
  const { openEnums } = context.options;
  const reading = { direction, producerClosed: false, openEnums };
  return gaps(was, now, reading).length === 0 && gaps(now, was, reading).length === 0;
}
