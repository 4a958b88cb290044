import type { OpenApiDocument } from "@flex-channels/document";
import { isJsonArray, isJsonObject } from "../json/json-value.ts";
import { child } from "../json/pointer.ts";
import { type OperationPlace, listPlaces } from "../message/lower-document.ts";
import { lowerOperation } from "../message/lower-operation.ts";
import type { Operation } from "../message/operation.ts";
import { type Side, createSide } from "../message/side.ts";
import { createCauseBook } from "./cause-book.ts";
import type { Change } from "./change.ts";
import { compareDeprecation, isRetired } from "./compare-deprecation.ts";
import { compareDocumentation } from "./compare-documentation.ts";
import { compareRequest, compareResponses } from "./compare-operation.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareServers } from "./compare-servers.ts";
import { compareStructure } from "./compare-structure.ts";
import {
  type CompareContext,
  type CompareOptions,
  type OperationPair,
  canonicalText,
} from "./context.ts";
import { type Pair, pairByAddress, pairPlaces } from "./pair-operations.ts";
import { createCompareTexts } from "./likeness.ts";
import { memberPointer } from "./member-pointer.ts";

/** Every change between two documents, one a cause, in the order of the base. */
export function compareDocuments(
  base: OpenApiDocument,
  head: OpenApiDocument,
  options: CompareOptions,
): readonly Change[] {
  const sides = { base: createSide(base), head: createSide(head) };
  const compareTexts = createCompareTexts(sides.base, sides.head);
  const context: CompareContext = {
    ...sides,
    options,
    unchanged: (was, now) => compareTexts(was, now) === "equal",
    alike: (was, now) => compareTexts(was, now) !== "different",
    book: createCauseBook(),
  };
  const places = pairPlaces(listPlaces(context.base), listPlaces(context.head));
  const doors = hasSameDoors(context);
  for (const pair of places.paired) comparePlaces(context, pair, doors);

  const lower = (side: Side, left: readonly OperationPlace[]): readonly Operation[] =>
    left.map((place) => lowerOperation(side, place));
  const rest = pairByAddress(
    lower(context.base, places.removed),
    lower(context.head, places.added),
  );
  for (const pair of rest.paired) compareOperations(context, pair, false);
  for (const operation of rest.removed) enterRemoved(context, operation, rest.added);
  for (const operation of rest.added) enterAdded(context, operation);
  compareHeads(context);
  return context.book.changes();
}

/** Whether addresses and credentials are the same for whatever inherits them from the document. */
function hasSameDoors({ base, head }: CompareContext): boolean {
  return ["/servers", "/security", "/components/securitySchemes"].every((pointer) => {
    const [section = "", name] = pointer.slice(1).split("/");
    const read = (side: Side): string => {
      const value = side.document.value[section];
      return canonicalText(
        name === undefined ? value : isJsonObject(value) ? value[name] : undefined,
      );
    };
    return read(base) === read(head);
  });
}

/** Lowers and compares an operation, unless nothing that it says or inherits differs. */
function comparePlaces(
  context: CompareContext,
  { base, head }: Pair<OperationPlace>,
  doors: boolean,
): void {
  const pair = { base: base.entry, head: head.entry };
  const isPathKept = base.path === head.path;
  const isUntouched =
    doors &&
    isPathKept &&
    isSaidOf(pair, context.unchanged) &&
    pair.base.servers.length === pair.head.servers.length &&
    pair.base.servers.every(
      (was, index) => canonicalText(was.value) === canonicalText(pair.head.servers[index]?.value),
    );
  if (isUntouched) return;
  compareOperations(
    context,
    { base: lowerOperation(context.base, base), head: lowerOperation(context.head, head) },
    isPathKept && isSaidOf(pair, context.alike),
  );
}

/** Whether a relation of texts holds for two operations and the parameters that they inherit. */
function isSaidOf(
  { base, head }: Pair<OperationPlace["entry"]>,
  relation: CompareContext["alike"],
): boolean {
  return (
    relation(base.pointer, head.pointer) &&
    base.parameters.length === head.parameters.length &&
    base.parameters.every((was, index) => {
      const now = head.parameters[index];
      return now !== undefined && relation(was.pointer, now.pointer);
    })
  );
}

/** @param isAlike Whether the messages are known to be what they were. */
function compareOperations(context: CompareContext, pair: OperationPair, isAlike: boolean): void {
  const { base, head } = pair;
  const refused = new Map(
    isAlike ? [] : [...compareRequest(context, pair), ...compareResponses(context, pair)],
  );
  compareStructure(context, pair, refused);
  compareSecurity(context, pair);
  compareServers(context, pair);
  const place = { direction: "request", part: "operation", location: "" } as const;
  compareDeprecation(context, pair, place, base, head);
  compareDocumentation(context, "operation", "", base, head, [base.name]);
  // Without a name in the base none was published; what a generator made up, the compiler knows.
  if (base.operationId === undefined || base.operationId === head.operationId) return;
  context.book.add({
    kind: "name-changed",
    direction: "request",
    part: "operation",
    keyword: "id",
    operations: [base.name],
    instanceLocation: "",
    basePointer: child(base.pointer, "operationId"),
    headPointer: memberPointer(head, "operationId"),
    was: base.operationId,
    ...(head.operationId === undefined ? {} : { now: head.operationId }),
    dependsOnConvention: false,
  });
}

function enterRemoved(
  context: CompareContext,
  operation: Operation,
  added: readonly Operation[],
): void {
  const moved = added.find(
    ({ operationId }) => operationId !== undefined && operationId === operation.operationId,
  );
  context.book.add({
    kind: isRetired(context, operation) ? "operation-retired" : "operation-removed",
    direction: "request",
    part: "operation",
    keyword: "removed",
    operations: [operation.name],
    instanceLocation: "",
    basePointer: operation.pointer,
    ...(moved === undefined ? {} : { headPointer: moved.pointer }),
    was: operation.name,
    ...(moved === undefined ? {} : { now: moved.name, note: `It is now ${moved.name}.` }),
    witness: {
      kind: "request",
      method: operation.method,
      path: operation.path === "" ? operation.name : operation.path,
      message: {},
    },
    dependsOnConvention: false,
  });
}

function enterAdded({ book }: CompareContext, operation: Operation): void {
  book.add({
    kind: "operation-added",
    direction: "request",
    part: "operation",
    keyword: "added",
    operations: [operation.name],
    instanceLocation: "",
    headPointer: operation.pointer,
    now: operation.name,
    dependsOnConvention: operation.initiator === "server",
  });
}

/** What the documents say of themselves. */
function compareHeads(context: CompareContext): void {
  const { base, head } = context;
  const all = (): boolean => true;
  const info = { base: base.follow("/info"), head: head.follow("/info") };
  if (info.base !== undefined && info.head !== undefined) {
    compareDocumentation(context, "info", "/info", info.base, info.head, [], all);
  }
  const whole = {
    base: { value: base.document.value, pointer: "" },
    head: { value: head.document.value, pointer: "" },
  };
  compareDocumentation(
    context,
    "info",
    "",
    whole.base,
    whole.head,
    [],
    (keyword) => keyword === "tags" || keyword === "externalDocs",
  );
  compareNamed(context, "/components/securitySchemes", "security-scheme");
  const servers = { base: base.document.value["servers"], head: head.document.value["servers"] };
  if (!isJsonArray(servers.base) || !isJsonArray(servers.head)) return;
  for (const [index, was] of servers.base.entries()) {
    const at = servers.head.findIndex(
      (now) => isJsonObject(now) && isJsonObject(was) && now["url"] === was["url"],
    );
    const now = servers.head[at];
    if (!isJsonObject(was) || !isJsonObject(now)) continue;
    compareDocumentation(
      context,
      "server",
      child("/servers", index),
      { value: was, pointer: child("/servers", index) },
      { value: now, pointer: child("/servers", at) },
      [],
    );
  }
}

function compareNamed(context: CompareContext, pointer: string, part: "security-scheme"): void {
  const was = context.base.follow(pointer);
  const now = context.head.follow(pointer);
  if (was === undefined || now === undefined) return;
  for (const name of Object.keys(was.value)) {
    const base = context.base.follow(child(pointer, name));
    const head = context.head.follow(child(pointer, name));
    if (base === undefined || head === undefined) continue;
    compareDocumentation(context, part, child(pointer, name), base, head, []);
  }
}
