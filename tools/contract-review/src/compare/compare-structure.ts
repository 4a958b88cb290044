import type { JsonValue } from "../json/json-value.ts";
import { child } from "../json/pointer.ts";
import { unreadContent } from "../message/content-pair.ts";
import { applicableMediaType } from "../message/media-type.ts";
import type { Content, Field } from "../message/operation.ts";
import { parameterPlaces } from "../message/request-pair.ts";
import { applicableResponse, statusPartition } from "../message/status.ts";
import type { ChangeKind } from "./change.ts";
import { compareDeprecation } from "./compare-deprecation.ts";
import { compareDocumentation } from "./compare-documentation.ts";
import { compareStyle } from "./compare-style.ts";
import { type CompareContext, type OperationPair, canonicalText } from "./context.ts";
import { type SchemaPlace, describeSchemas } from "./describe-schemas.ts";
import type { MessageDirection } from "./direction.ts";

/** One operation while its parts are gone through. */
interface Walk {
  readonly context: CompareContext;
  readonly operations: OperationPair;
  /** Places of messages, by direction, that are known to break: nothing mild is said of them. */
  readonly refused: ReadonlySet<string>;
}

interface Mild {
  readonly kind?: ChangeKind;
  readonly direction: MessageDirection;
  readonly part: string;
  readonly keyword: string;
  readonly location: string;
  readonly basePointer: string;
  readonly headPointer: string;
  readonly was?: JsonValue;
  readonly now?: JsonValue;
  readonly dependsOnConvention?: boolean;
}

/** What changed in the parts of an operation and breaks no message. */
export function compareStructure(
  context: CompareContext,
  operations: OperationPair,
  refused: ReadonlySet<string>,
): void {
  const walk: Walk = { context, operations, refused };
  compareParameters(walk);
  compareBody(walk);
  compareAnswers(walk);
}

function compareParameters(walk: Walk): void {
  const { context, operations } = walk;
  for (const place of parameterPlaces) {
    const part = place === "querystring" ? "query" : place;
    compareFields(walk, {
      direction: "request",
      part,
      location: `/${place}`,
      base: operations.base.fields[place],
      head: operations.head.fields[place],
      baseOwner: operations.base.pointer,
      headOwner: operations.head.pointer,
    });
    for (const [base, head] of pairs(
      operations.base.fields[place],
      operations.head.fields[place],
    )) {
      compareStyle(context, operations, `/${place}`, part, base, head);
    }
  }
}

interface FieldLists {
  readonly direction: MessageDirection;
  readonly part: string;
  readonly location: string;
  readonly base: readonly Field[];
  readonly head: readonly Field[];
  readonly baseOwner: string;
  readonly headOwner: string;
}

function compareFields(walk: Walk, lists: FieldLists): void {
  const { context, operations } = walk;
  const { direction, part, location, base, head, baseOwner, headOwner } = lists;
  const isIgnored = direction === "request" && operations.base.initiator === "client";
  for (const field of base) {
    if (head.some(({ key }) => key === field.key)) continue;
    enter(walk, {
      kind: isIgnored ? "parameter-ignored" : "message-tolerated",
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

function compareBody(walk: Walk): void {
  const { context, operations } = walk;
  const { base, head } = operations;
  const shared = { direction: "request", part: "body", location: "/body" } as const;
  if (base.body === undefined || head.body === undefined) {
    if (base.body === head.body) return;
    enter(walk, {
      ...shared,
      keyword: base.body === undefined ? "added" : "removed",
      basePointer: base.body?.pointer ?? base.pointer,
      headPointer: head.body?.pointer ?? head.pointer,
    });
    return;
  }
  const pointers = { basePointer: base.body.pointer, headPointer: head.body.pointer };
  if (base.body.required !== head.body.required) {
    enter(walk, {
      ...shared,
      keyword: "required",
      ...pointers,
      was: base.body.required,
      now: head.body.required,
    });
  }
  compareDocumentation(context, "request-body", "/body", base.body, head.body, [base.name]);
  compareContent(walk, "request", "/body", base.body, head.body);
}

function compareAnswers(walk: Walk): void {
  const { context, operations } = walk;
  const { base, head } = operations;
  for (const status of statusPartition(base.responses, head.responses)) {
    const was = applicableResponse(base.responses, status);
    const now = applicableResponse(head.responses, status);
    if (was === undefined || now === undefined) {
      if (was !== undefined) {
        enterStatus(walk, "removed", status, { base: was.pointer, head: head.pointer });
      }
      if (now !== undefined) {
        enterStatus(walk, "added", status, { base: base.pointer, head: now.pointer });
      }
      continue;
    }
    if (context.unchanged(was.pointer, now.pointer)) continue;
    const location = child("", status);
    // What is said of a range is not what is said of a code in it, though both hold for the code.
    if (was.status === now.status) {
      compareDocumentation(context, "response", location, was, now, [base.name]);
    }
    compareFields(walk, {
      direction: "response",
      part: "header",
      location: child(location, "header"),
      base: was.headers,
      head: now.headers,
      baseOwner: was.pointer,
      headOwner: now.pointer,
    });
    compareContent(walk, "response", child(location, "body"), was, now);
  }
}

function enterStatus(
  walk: Walk,
  keyword: "added" | "removed",
  status: string,
  at: { readonly base: string; readonly head: string },
): void {
  enter(walk, {
    direction: "response",
    part: "status",
    keyword,
    location: child("", status),
    basePointer: at.base,
    headPointer: at.head,
    ...(keyword === "added" ? { now: status } : { was: status }),
  });
}

interface ContentOwner {
  readonly pointer: string;
  readonly content: readonly Content[];
}

function compareContent(
  walk: Walk,
  direction: MessageDirection,
  location: string,
  base: ContentOwner,
  head: ContentOwner,
): void {
  const { context, operations } = walk;
  const shared = { direction, part: "body", keyword: "media-type" } as const;
  for (const { mediaType, pointer } of unreadContent(base.content, head.content)) {
    enter(walk, {
      ...shared,
      location: child(location, mediaType),
      basePointer: pointer,
      headPointer: head.pointer,
      was: mediaType,
    });
  }
  for (const { mediaType, pointer } of unreadContent(head.content, base.content)) {
    enter(walk, {
      ...shared,
      location: child(location, mediaType),
      basePointer: base.pointer,
      headPointer: pointer,
      now: mediaType,
      dependsOnConvention: direction === "response",
    });
  }
  for (const was of base.content) {
    const now = applicableMediaType(head.content, was.mediaType);
    if (now === undefined) continue;
    const at = child(location, was.mediaType);
    compareDocumentation(context, "media-type", at, was, now, [operations.base.name]);
    compareEncoding(walk, direction, at, was, now);
    describe(walk, { direction, part: "body", location: at }, was, now);
  }
}

/** How the members of a form are written (OpenAPI 3.1 §4.8.15) is in no schema. */
function compareEncoding(
  { context, operations }: Walk,
  direction: MessageDirection,
  location: string,
  base: Content,
  head: Content,
): void {
  if (!/^(?:multipart\/|application\/x-www-form-urlencoded)/.test(base.mediaType)) return;
  const was = base.value["encoding"] ?? {};
  const now = head.value["encoding"] ?? {};
  if (canonicalText(was) === canonicalText(now)) return;
  context.book.add({
    kind: "message-undecided",
    direction,
    part: "body",
    keyword: "encoding",
    operations: [operations.base.name],
    instanceLocation: location,
    basePointer:
      base.value["encoding"] === undefined ? base.pointer : child(base.pointer, "encoding"),
    headPointer:
      head.value["encoding"] === undefined ? head.pointer : child(head.pointer, "encoding"),
    was,
    now,
    note: "encoding",
    dependsOnConvention: false,
  });
}

function describe(
  walk: Walk,
  place: Pick<SchemaPlace, "direction" | "part" | "location">,
  base: { readonly schemaPointer?: string; readonly pointer: string },
  head: { readonly schemaPointer?: string; readonly pointer: string },
): void {
  const { context, operations, refused } = walk;
  if (base.schemaPointer !== undefined && head.schemaPointer !== undefined) {
    const whole = { ...place, operation: operations.base.name, refused };
    describeSchemas(context, whole, base.schemaPointer, head.schemaPointer);
  } else if (base.schemaPointer !== head.schemaPointer) {
    enter(walk, {
      ...place,
      keyword: "schema",
      basePointer: base.schemaPointer ?? base.pointer,
      headPointer: head.schemaPointer ?? head.pointer,
    });
  }
}

/** Says something mild, unless the same place and keyword is known to break. */
function enter({ context, operations, refused }: Walk, mild: Mild): void {
  const { kind = "message-tolerated", location, dependsOnConvention = false, ...rest } = mild;
  const at = refusedAt(mild.direction, location);
  const isGone = mild.keyword === "removed" || mild.keyword === "added";
  if (refused.has(at) || (isGone && [...refused].some((other) => other.startsWith(`${at}/`)))) {
    return;
  }
  context.book.add({
    kind,
    ...rest,
    operations: [operations.base.name],
    instanceLocation: location,
    dependsOnConvention,
  });
}

/** The name of a place in the set of those known to break. */
export function refusedAt(direction: MessageDirection, location: string): string {
  return `${direction} ${location}`;
}

function pairs(
  base: readonly Field[],
  head: readonly Field[],
): readonly (readonly [Field, Field])[] {
  return base.flatMap((was) => {
    const now = head.find(({ key }) => key === was.key);
    return now === undefined ? [] : [[was, now] as const];
  });
}
