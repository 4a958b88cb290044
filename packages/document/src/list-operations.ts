import type { JsonObject, JsonValue } from "./json.ts";
import { isJsonArray, isJsonObject, own, ownString } from "./json.ts";
import { childPointer } from "./json-pointer.ts";
import type { Located, OpenApiDocument } from "./openapi-document.ts";
import { nameOperations } from "./operation-name.ts";
import { resolveObject } from "./resolve-reference.ts";

/** A resolved object and the place it is used at, which for a Reference Object is another. */
export interface UsedObject extends Located<JsonObject> {
  readonly usedAt: string;
}

export interface ResponseEntry extends UsedObject {
  /** A status code, a range such as `4XX`, or `default`. */
  readonly status: string;
}

/** An operation with what it inherits written out. */
export interface OperationEntry extends Located<JsonObject> {
  /** The `operationId`, or a stable name from method and path; unique among its kind. */
  readonly name: string;
  readonly operationId: string | undefined;
  /** In capitals. */
  readonly method: string;
  /** The path template; of a webhook its name, of a callback its runtime expression. */
  readonly path: string;
  /**
   * The path's parameters with the operation's own over them (same name and place), in the order
   * path item, operation.
   */
  readonly parameters: readonly UsedObject[];
  readonly requestBody: UsedObject | undefined;
  readonly responses: readonly ResponseEntry[];
  /** Alternatives, each from scheme names to scopes; the document's where the operation has none. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  /** The operation's servers, else the path's, else the document's, else `/` (3.1 §4.8.1). */
  readonly servers: readonly Located<JsonObject>[];
  readonly tags: readonly string[];
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
}

export interface CallbackEntry extends OperationEntry {
  /** Key in the operation's `callbacks`. */
  readonly callback: string;
  /** Pointer of the operation that makes the call. */
  readonly of: string;
}

/** The request methods that a Path Item names (OpenAPI 3.1 §4.8.9; `query` since 3.2). */
export const methods: readonly string[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
];

const listed = new WeakMap<OpenApiDocument, readonly OperationEntry[]>();

/** The operations under `paths`, in the document's order. */
export function listOperations(document: OpenApiDocument): readonly OperationEntry[] {
  const known = listed.get(document);
  if (known !== undefined) return known;
  const items = members(document, "/paths");
  const operations = named(items.flatMap((item) => itemOperations(document, item)));
  listed.set(document, operations);
  return operations;
}

/** The operations under `webhooks`: the API's provider calls them. */
export function listWebhooks(document: OpenApiDocument): readonly OperationEntry[] {
  return named(members(document, "/webhooks").flatMap((item) => itemOperations(document, item)));
}

/** The callbacks of all operations under `paths`: the API's provider calls them. */
export function listCallbacks(document: OpenApiDocument): readonly CallbackEntry[] {
  const entries = listOperations(document).flatMap((operation) =>
    members(document, childPointer(operation.pointer, "callbacks")).flatMap((callback) =>
      members(document, callback.pointer)
        .flatMap((item) => itemOperations(document, item))
        .map((entry) => madeBy(operation, callback.name, entry)),
    ),
  );
  return named(entries);
}

function madeBy(
  operation: OperationEntry,
  callback: string,
  entry: Unnamed,
): Omit<CallbackEntry, "name"> {
  return { ...entry, callback, of: operation.pointer };
}

interface NamedMember extends UsedObject {
  readonly name: string;
}

/** The members of the object at a pointer that are objects, references followed. */
function members(document: OpenApiDocument, pointer: string): readonly NamedMember[] {
  const parent = resolveObject(document, pointer);
  return Object.keys(parent?.value ?? {})
    .filter((name) => !name.startsWith("x-"))
    .flatMap((name) => {
      const usedAt = childPointer(parent?.pointer ?? pointer, name);
      const found = resolveObject(document, usedAt);
      return found === undefined ? [] : [{ ...found, name, usedAt }];
    });
}

type Unnamed = Omit<OperationEntry, "name">;

function named<Entry extends Unnamed>(
  entries: readonly Entry[],
): readonly (Entry & { readonly name: string })[] {
  const names = nameOperations(entries);
  return entries.map((entry, index) => ({ ...entry, name: names[index] ?? entry.method }));
}

function itemOperations(document: OpenApiDocument, item: NamedMember): readonly Unnamed[] {
  const fixed = methods.flatMap((method) => {
    const value = own(item.value, method);
    return isJsonObject(value)
      ? [{ method, value, pointer: childPointer(item.pointer, method) }]
      : [];
  });
  const order = Object.keys(item.value);
  const additional = members(document, childPointer(item.pointer, "additionalOperations")).map(
    ({ name, value, pointer }) => ({ method: name, value, pointer }),
  );
  return [
    ...fixed.toSorted((left, right) => order.indexOf(left.method) - order.indexOf(right.method)),
    ...additional,
  ].map(({ method, value, pointer }) => ({
    operationId: ownString(value, "operationId"),
    method: method.toUpperCase(),
    path: item.name,
    value,
    pointer,
    parameters: mergeParameters(document, item, { value, pointer }),
    requestBody: used(document, childPointer(pointer, "requestBody")),
    responses: members(document, childPointer(pointer, "responses")).map((response) => ({
      status: response.name,
      value: response.value,
      pointer: response.pointer,
      usedAt: response.usedAt,
    })),
    security: securityOf(document, value),
    servers: serversOf(document, item, { value, pointer }),
    tags: stringsOf(own(value, "tags")),
    summary: ownString(value, "summary"),
    description: ownString(value, "description"),
    deprecated: own(value, "deprecated") === true,
  }));
}

function used(document: OpenApiDocument, pointer: string): UsedObject | undefined {
  const found = resolveObject(document, pointer);
  return found === undefined ? undefined : { ...found, usedAt: pointer };
}

/** A parameter is known by its name and place (OpenAPI 3.1 §4.8.12). */
function mergeParameters(
  document: OpenApiDocument,
  item: Located<JsonObject>,
  operation: Located<JsonObject>,
): readonly UsedObject[] {
  const merged = new Map<string, UsedObject>();
  for (const { value, pointer } of [item, operation]) {
    const parameters = own(value, "parameters");
    if (!isJsonArray(parameters)) continue;
    for (const index of parameters.keys()) {
      const parameter = used(document, childPointer(childPointer(pointer, "parameters"), index));
      if (parameter === undefined) continue;
      const { name = null, in: place = null } = parameter.value;
      merged.set(JSON.stringify([name, place]), parameter);
    }
  }
  return [...merged.values()];
}

function securityOf(
  document: OpenApiDocument,
  operation: JsonObject,
): readonly Readonly<Record<string, readonly string[]>>[] {
  const security = own(operation, "security") ?? own(document.value, "security");
  if (!isJsonArray(security)) return [];
  return security
    .filter(isJsonObject)
    .map((requirement) =>
      Object.fromEntries(
        Object.entries(requirement).map(([scheme, scopes]) => [scheme, stringsOf(scopes)]),
      ),
    );
}

function serversOf(
  document: OpenApiDocument,
  item: Located<JsonObject>,
  operation: Located<JsonObject>,
): readonly Located<JsonObject>[] {
  for (const { value, pointer } of [operation, item, { value: document.value, pointer: "" }]) {
    const servers = own(value, "servers");
    if (!isJsonArray(servers) || servers.length === 0) continue;
    const place = childPointer(pointer, "servers");
    return servers.flatMap((server, index) =>
      isJsonObject(server) ? [{ value: server, pointer: childPointer(place, index) }] : [],
    );
  }
  return [{ value: { url: "/" }, pointer: "/servers" }];
}

function stringsOf(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((item) => typeof item === "string") : [];
}
