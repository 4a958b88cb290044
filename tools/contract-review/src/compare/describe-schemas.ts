import { type JsonValue, isJsonArray } from "../json/json-value.ts";
import { child, tokensOf } from "../json/pointer.ts";
import { askGaps, askSame, unlessTooDeep } from "./ask-schemas.ts";
import type { Change } from "./change.ts";
import { isPlainExtension } from "./compare-documentation.ts";
import { type CompareContext, canonicalText } from "./context.ts";
import type { MessageDirection } from "./direction.ts";
import { type SchemaGroup, branchGroups, childGroups, groupAt, membersOf } from "./schema-group.ts";

/** Where in the messages a schema applies. */
export interface SchemaPlace {
  readonly direction: MessageDirection;
  readonly part: string;
  readonly location: string;
  readonly operation: string;
  /** Places that are known to break: nothing mild is said of them. */
  readonly refused: ReadonlySet<string>;
}

/** Pairs of groups gone through, with the causes found in and below each. */
const visits = new WeakMap<CompareContext, Map<string, Set<string>>>();

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
    () => describeGroups(context, place, base, head, false),
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
): ReadonlySet<string> {
  const isXml = isXmlBody(place);
  const key = [place.direction, String(isXml), base.key, head.key].join("\n");
  const visited = visits.get(context) ?? new Map<string, Set<string>>();
  visits.set(context, visited);
  const known = visited.get(key);
  if (known !== undefined) return known;
  const causes = new Set<string>();
  visited.set(key, causes);
  const [basePointer, headPointer] = [base.pointers[0], head.pointers[0]];
  if (basePointer === undefined || headPointer === undefined) return causes;
  if (
    base.pointers.length === 1 &&
    head.pointers.length === 1 &&
    context.unchanged(basePointer, headPointer)
  ) {
    return causes;
  }
  const same = isSameAbove ? "same" : sameness(context, place, base, head);
  const isSame = same === "same";
  const enter = (change: Pick<Change, "kind" | "keyword"> & Partial<Change>): void => {
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
    const isKept = (name: string): boolean => baseChildren.has(name) === headChildren.has(name);
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
      const below = describeGroups(context, { ...place, location }, was, now, isSame);
      for (const cause of below) causes.add(cause);
    } else if (!isSame && !place.refused.has(`${place.direction} ${location}`)) {
      enter({
        kind: "message-tolerated",
        keyword: token === "*" ? "items" : "property-removed",
        instanceLocation: location,
        ...(was.pointers[0] === undefined ? {} : { basePointer: was.pointers[0] }),
        was: token,
      });
    }
  }
  for (const { base: was, head: now } of branches) {
    const below = describeGroups(context, place, was, now, isSame);
    for (const cause of below) causes.add(cause);
  }
  for (const [token, now] of headChildren) {
    if (isSame || baseChildren.has(token)) continue;
    const location = child(place.location, token);
    if (place.refused.has(`${place.direction} ${location}`)) continue;
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
    !isRefusedBelow(place) &&
    !isSameLetter(context, place, base, head)
  ) {
    enter({ kind: "message-tolerated", keyword: "schema" });
  }
  return causes;
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

function isRefusedBelow({ refused, direction, location }: SchemaPlace): boolean {
  const prefix = `${direction} ${location}`;
  return [...refused].some((at) => at === prefix || at.startsWith(`${prefix}/`));
}

function sameness(
  context: CompareContext,
  { direction }: SchemaPlace,
  base: SchemaGroup,
  head: SchemaGroup,
): "same" | "different" | "undecided" {
  const [basePointer, headPointer] = [base.root, head.root];
  if (basePointer === undefined || headPointer === undefined) return "undecided";
  const { strict, openEnums } = context.options;
  return askSame(context.base.schemaAt(basePointer), context.head.schemaAt(headPointer), {
    direction,
    producerClosed: !strict,
    openEnums,
  });
}

/** `additionalProperties: true` declares what its absence allows: the same messages by the letter. */
function isSameLetter(
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
  return askGaps(was, now, reading).length === 0 && askGaps(now, was, reading).length === 0;
}

/** Keywords that annotate and constrain nothing (JSON Schema Validation §9, OpenAPI 3.1 §4.8.24). */
const WORDS: ReadonlySet<string> = new Set([
  "title",
  "description",
  "examples",
  "example",
  "externalDocs",
  "xml",
  "$comment",
]);

type Enter = (change: Pick<Change, "kind" | "keyword"> & Partial<Change>) => void;

function describeWords(
  context: CompareContext,
  base: SchemaGroup,
  head: SchemaGroup,
  isXml: boolean,
  enter: Enter,
): void {
  const isTold = (keyword: string): boolean =>
    WORDS.has(keyword) ||
    keyword === "default" ||
    keyword === "deprecated" ||
    isPlainExtension(context, keyword);
  for (const { keyword, ...difference } of differences(base, head, isTold)) {
    if (keyword === "default") enter({ kind: "default-changed", keyword, ...difference });
    else if (keyword === "deprecated") {
      const kind = difference.now === true ? "deprecated" : "deprecation-withdrawn";
      enter({ kind, keyword, ...difference });
    } else if (keyword === "xml" && isXml) {
      enter({ kind: "message-undecided", keyword, ...difference, note: keyword });
    } else {
      enter({
        kind: "documentation",
        direction: "document",
        part: "schema",
        keyword,
        ...difference,
      });
    }
  }
}

/** Keywords whose value is a schema or holds schemas, told by place or not at all. */
const STRUCTURE: ReadonlySet<string> = new Set([
  "$ref",
  "$dynamicRef",
  "$anchor",
  "$dynamicAnchor",
  "$id",
  "$schema",
  "$defs",
  "$vocabulary",
  "definitions",
  "allOf",
  "properties",
  "items",
]);

/** What is told by place already. */
interface ToldElsewhere {
  readonly isKept: (name: string) => boolean;
  readonly hasBranches: boolean;
}

function describeConstraints(
  { options }: CompareContext,
  place: SchemaPlace,
  base: SchemaGroup,
  head: SchemaGroup,
  { isKept, hasBranches }: ToldElsewhere,
  enter: Enter,
): void {
  const isTold = (keyword: string): boolean =>
    options.openEnums.includes(keyword) ||
    (!STRUCTURE.has(keyword) &&
      !WORDS.has(keyword) &&
      keyword !== "default" &&
      keyword !== "deprecated" &&
      !(hasBranches && (keyword === "anyOf" || keyword === "oneOf")) &&
      !keyword.startsWith("x-"));
  const isRefused =
    place.refused.has(`${place.direction} ${place.location}`) ||
    place.refused.has(`${place.direction} ${place.location}/*`);
  for (const { keyword, ...difference } of differences(base, head, isTold)) {
    if (keyword === "required") describeRequired(place, difference, isKept, enter);
    else if (!isRefused) {
      const written = place.direction === "request" ? difference.was : difference.now;
      // Who sends nothing that is not declared needs no word of what else may be sent.
      const dependsOnConvention = keyword === "additionalProperties" && written === undefined;
      enter({ kind: "message-tolerated", keyword, ...difference, dependsOnConvention });
    }
  }
}

/** One finding a property: each became required, or stopped to be, by itself. */
function describeRequired(
  place: SchemaPlace,
  difference: Difference,
  isKept: (name: string) => boolean,
  enter: Enter,
): void {
  const was = new Set(Array.isArray(difference.was) ? difference.was.flat() : []);
  const now = new Set(Array.isArray(difference.now) ? difference.now.flat() : []);
  for (const name of new Set([...was, ...now])) {
    if (was.has(name) === now.has(name) || !isKept(String(name))) continue;
    const location = child(place.location, String(name));
    if (place.refused.has(`${place.direction} ${location}`)) continue;
    enter({
      kind: "message-tolerated",
      keyword: "required",
      ...difference,
      instanceLocation: location,
      was: was.has(name),
      now: now.has(name),
    });
  }
}

interface Difference {
  readonly basePointer?: string;
  readonly headPointer?: string;
  readonly was?: JsonValue;
  readonly now?: JsonValue;
}

/** Keywords whose values, all members of the group together, differ. */
function* differences(
  base: SchemaGroup,
  head: SchemaGroup,
  isTold: (keyword: string) => boolean,
): Generator<Difference & { readonly keyword: string }> {
  const was = membersOf(base, isTold);
  const now = membersOf(head, isTold);
  for (const keyword of new Set([...was.keys(), ...now.keys()])) {
    const before = was.get(keyword) ?? [];
    const after = now.get(keyword) ?? [];
    if (isOpenByDefault(keyword, before) && isOpenByDefault(keyword, after)) continue;
    if (signature(keyword, before) === signature(keyword, after)) continue;
    yield {
      keyword,
      ...(before[0] === undefined
        ? {}
        : { basePointer: child(before[0].pointer, keyword), was: shown(before) }),
      ...(after[0] === undefined
        ? {}
        : { headPointer: child(after[0].pointer, keyword), now: shown(after) }),
    };
  }
}

/** Nothing, `true` and `{}` say the same of further properties. */
function isOpenByDefault(keyword: string, values: readonly Told[]): boolean {
  const open = new Set(["true", "{}"]);
  return (
    keyword === "additionalProperties" &&
    values.every(({ value }) => open.has(canonicalText(value)))
  );
}

interface Told {
  readonly pointer: string;
  readonly value: JsonValue;
}

/** Keywords whose lists are sets. */
const SETS: ReadonlySet<string> = new Set(["type", "enum", "required", "anyOf", "oneOf", "allOf"]);

function signature(keyword: string, values: readonly Told[]): string {
  const texts = values.map(({ value }) =>
    SETS.has(keyword) && isJsonArray(value)
      ? value.map(canonicalText).toSorted().join(",")
      : canonicalText(value),
  );
  return [...new Set(texts)].toSorted().join("\n");
}

function shown(values: readonly Told[]): JsonValue {
  const [first, second] = values;
  return second === undefined && first !== undefined
    ? first.value
    : values.map(({ value }) => value);
}
