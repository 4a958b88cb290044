import { child, tokensOf } from "../json/pointer.ts";
import type { Gap } from "../schema/gap.ts";
import { unlessTooDeep } from "../schema/unless-too-deep.ts";
import { isRetired } from "./compare-deprecation.ts";
import type { CompareContext } from "./context.ts";
import { type Enter, describeConstraints, describeWords } from "./describe-keywords.ts";
import type { MessageDirection } from "./direction.ts";
import { isSameLetter, sameness } from "./same-schemas.ts";
import { type SchemaGroup, branchGroups, childGroups, groupAt } from "./schema-group.ts";
import { type SchemaPlace, refusedAt } from "./schema-place.ts";

/** A pair of groups that is or was gone through. */
interface Visit {
  /** The causes found in it and below. */
  readonly causes: Set<string>;
  /** Pairs above that it leads back to: what differs of them, they tell themselves. */
  readonly reaches: Set<Visit>;
}

const visits = new WeakMap<CompareContext, Map<string, Visit>>();

/**
 * Says what differs between two schemas that break nobody: words for readers, defaults, notices of
 * deprecation, and constraints that moved the safe way. Both are read by place in the message, so
 * that moving text through `$ref` and `allOf` is no difference.
 */
export function describeSchemas(
  context: CompareContext,
  place: SchemaPlace,
  basePointer: string,
  headPointer: string,
): void {
  if (context.unchanged(basePointer, headPointer)) return;
  const base = groupAt(context.base, [basePointer]);
  const head = groupAt(context.head, [headPointer]);
  const causes = unlessTooDeep<ReadonlySet<string>>(
    () => describeGroups(context, place, base, head, false).causes,
    new Set(),
  );
  context.book.addOperation(causes, place.operation);
}

function describeGroups(
  context: CompareContext,
  place: SchemaPlace,
  base: SchemaGroup,
  head: SchemaGroup,
  isSameAbove: boolean,
): Visit {
  const isXml = isXmlBody(place);
  const key = [place.direction, String(isXml), base.key, head.key].join("\n");
  const visited = visits.get(context) ?? new Map<string, Visit>();
  visits.set(context, visited);
  const known = visited.get(key);
  if (known !== undefined) return known;
  const visit: Visit = { causes: new Set(), reaches: new Set() };
  // Until the end it reaches itself: whoever comes back here meanwhile is below it.
  visit.reaches.add(visit);
  visited.set(key, visit);
  const { causes } = visit;
  const enterBelow = (below: Visit): void => {
    for (const cause of below.causes) causes.add(cause);
    for (const reached of below.reaches) visit.reaches.add(reached);
  };
  const [basePointer, headPointer] = [base.pointers[0], head.pointers[0]];
  if (basePointer === undefined || headPointer === undefined) return closed(visit);
  if (
    base.pointers.length === 1 &&
    head.pointers.length === 1 &&
    context.unchanged(basePointer, headPointer)
  ) {
    return closed(visit);
  }
  const same = isSameAbove
    ? "same"
    : // A witness is found already: there is nothing to ask.
      isRefusedBelow(place, ["refuted"])
      ? "different"
      : sameness(context, place, base, head);
  const isSame = same === "same";
  const enter: Enter = (change) => {
    causes.add(
      context.book.add({
        direction: place.direction,
        part: place.part,
        operations: [place.operation],
        instanceLocation: place.location,
        basePointer,
        headPointer,
        dependsOnConvention: false,
        ...change,
      }),
    );
  };
  describeWords(context, base, head, isXml, enter);
  const before = causes.size;
  const all = { base: childGroups(context.base, base), head: childGroups(context.head, head) };
  const baseChildren = sentOnly(place.direction, all.base);
  const headChildren = sentOnly(place.direction, all.head);
  const isAllSent = baseChildren.size === all.base.size && headChildren.size === all.head.size;
  const branches = (["anyOf", "oneOf"] as const).flatMap((keyword) =>
    branchGroups(
      { side: context.base, group: base },
      { side: context.head, group: head },
      keyword,
      context.unchanged,
    ),
  );
  if (!isSame) {
    // A property that came or went says so itself, and so does a branch that was edited.
    const isSent = (name: string): boolean =>
      all.base.has(name) === baseChildren.has(name) &&
      all.head.has(name) === headChildren.has(name);
    const isKept = (name: string): boolean =>
      isSent(name) && baseChildren.has(name) === headChildren.has(name);
    describeConstraints(
      context,
      place,
      base,
      head,
      { isKept, hasBranches: branches.length > 0 },
      enter,
    );
  }
  for (const [token, was] of baseChildren) {
    const location = child(place.location, token);
    const now = headChildren.get(token);
    if (now !== undefined) {
      enterBelow(describeGroups(context, { ...place, location }, was, now, isSame));
    } else if (!isSame && !place.refused.has(refusedAt(place.direction, location))) {
      enter({
        kind: was.schemas.some((schema) => isRetired(context, schema))
          ? "member-retired"
          : "message-tolerated",
        keyword: token === "*" ? "items" : "property-removed",
        instanceLocation: location,
        ...(was.pointers[0] === undefined ? {} : { basePointer: was.pointers[0] }),
        was: token,
      });
    }
  }
  for (const { base: was, head: now } of branches) {
    enterBelow(describeGroups(context, place, was, now, isSame));
  }
  for (const [token, now] of headChildren) {
    if (isSame || baseChildren.has(token)) continue;
    const location = child(place.location, token);
    if (place.refused.has(refusedAt(place.direction, location))) continue;
    enter({
      kind: "message-tolerated",
      keyword: token === "*" ? "items" : "property-added",
      instanceLocation: location,
      ...(now.pointers[0] === undefined ? {} : { headPointer: now.pointers[0] }),
      now: token,
      dependsOnConvention: place.direction === "request",
    });
  }
  if (
    same === "different" &&
    isAllSent &&
    causes.size === before &&
    visit.reaches.size === 1 &&
    !isRefusedBelow(place) &&
    !isSameLetter(context, place, base, head)
  ) {
    enter({ kind: "message-tolerated", keyword: "schema" });
  }
  return closed(visit);
}

function closed(visit: Visit): Visit {
  visit.reaches.delete(visit);
  return visit;
}

/** Whether the place is in a body of XML, where the `xml` keyword is more than a word. */
function isXmlBody({ part, direction, location }: SchemaPlace): boolean {
  if (part !== "body") return false;
  return /[/+]xml(?:;|$)/.test(tokensOf(location)[direction === "request" ? 1 : 2] ?? "");
}

/** Requests hold no `readOnly` properties and responses no `writeOnly` ones (OpenAPI 3.1 §4.8.24.2). */
function sentOnly(
  direction: MessageDirection,
  groups: ReadonlyMap<string, SchemaGroup>,
): ReadonlyMap<string, SchemaGroup> {
  const keyword = direction === "request" ? "readOnly" : "writeOnly";
  return new Map(
    [...groups].filter(([, { schemas }]) => schemas.every(({ value }) => value[keyword] !== true)),
  );
}

function isRefusedBelow(
  { refused, direction, location }: SchemaPlace,
  kinds: readonly Gap["kind"][] = ["refuted", "undecided"],
): boolean {
  const prefix = refusedAt(direction, location);
  return [...refused].some(
    ([at, kind]) => kinds.includes(kind) && (at === prefix || at.startsWith(`${prefix}/`)),
  );
}
