import { child } from "../json/pointer.ts";
import type { Side } from "../message/side.ts";
import { canonicalText } from "./context.ts";
import type { GapEnd, LocatedGap } from "./locate-gap.ts";

/** The documents, by role, that a gap lies between. */
export interface CauseSides {
  readonly producer: Side;
  readonly consumer: Side;
  readonly openEnums: readonly string[];
}

/**
 * Some keywords speak through others: `nullable` widens `type`, `writeOnly` lifts `required`, an
 * open list is read as `enum`. A finding names the one that a person edited.
 */
export function nameCause(gap: LocatedGap, sides: CauseSides): LocatedGap {
  switch (gap.keyword) {
    case "type":
      return isUnedited(gap) ? (renamed(gap, sides, "nullable", ownerOf) ?? gap) : gap;
    case "required":
      if (!isUnedited(gap)) return gap;
      for (const keyword of ["readOnly", "writeOnly"]) {
        const found = renamed(gap, sides, keyword, (end) => propertyOf(end, gap.name));
        if (found !== undefined) return found;
      }
      return gap;
    case "enum":
      if (gap.producer.value !== undefined || gap.consumer.value !== undefined) return gap;
      for (const keyword of sides.openEnums) {
        const found = renamed(gap, sides, keyword, schemaOfEnum);
        if (found !== undefined) return { ...found, keyword: gap.keyword };
      }
      return gap;
    default:
      return gap;
  }
}

function isUnedited({ producer, consumer }: LocatedGap): boolean {
  return (
    producer.value !== undefined &&
    consumer.value !== undefined &&
    canonicalText(producer.value) === canonicalText(consumer.value)
  );
}

/** The gap told by another keyword, if the documents part there. */
function renamed(
  gap: LocatedGap,
  sides: CauseSides,
  keyword: string,
  schemaOf: (end: GapEnd) => string,
): LocatedGap | undefined {
  const producer = endAt(sides.producer, schemaOf(gap.producer), keyword);
  const consumer = endAt(sides.consumer, schemaOf(gap.consumer), keyword);
  if (canonicalText(producer.value) === canonicalText(consumer.value)) return undefined;
  return { ...gap, keyword, producer, consumer };
}

function endAt(side: Side, pointer: string, keyword: string): GapEnd {
  const schema = side.follow(pointer);
  const value = schema?.value[keyword];
  if (schema === undefined || value === undefined) return { pointer };
  return { pointer: child(schema.pointer, keyword), value };
}

function ownerOf({ pointer }: GapEnd): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

/** The gap names the place of an `enum` that only the extension stands for. */
function schemaOfEnum(end: GapEnd): string {
  return end.pointer.endsWith("/enum") ? ownerOf(end) : end.pointer;
}

function propertyOf(end: GapEnd, name: string): string {
  return child(ownerOf(end), "properties", name);
}
