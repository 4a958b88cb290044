import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonObject, valueAt } from "../json.ts";

/** What is cut out of a description, and where the description comes from. */
export interface SliceRequest {
  readonly description: JsonObject;
  readonly operationIds: readonly string[];
  readonly webhooks: readonly string[];
  readonly source: JsonObject;
}

/** Members that say something to readers only. */
const prose = new Set([
  "description",
  "example",
  "examples",
  "externalDocs",
  "summary",
  "tags",
  "title",
  "x-github",
  "x-octokit",
]);

/** Objects whose members are named by the author, so that `title` there is no keyword. */
const maps = new Set(["properties", "schemas", "parameters", "responses", "headers"]);

/**
 * The wanted operations and webhooks with everything that they refer to, in the order of the
 * description, without what only readers need. It is an OpenAPI document again.
 */
export function cutSlice(request: SliceRequest): JsonObject {
  const { description, source } = request;
  const paths = cutPaths(description, new Set(request.operationIds));
  const webhooks = cutWebhooks(description, request.webhooks);
  const reached = reach(description, [paths, webhooks]);
  const info = valueAt(description, "/info");
  return {
    openapi: description["openapi"] ?? "",
    info: {
      title: valueAt(info, "/title") ?? "",
      version: valueAt(info, "/version") ?? "",
      license: valueAt(info, "/license") ?? null,
      "x-source": source,
    },
    paths,
    "x-webhooks": webhooks,
    components: cutComponents(description, reached),
  };
}

function cutPaths(description: JsonObject, wanted: Set<string>): JsonObject {
  const paths: Record<string, JsonValue> = {};
  for (const [path, item] of entriesOf(description["paths"])) {
    const kept = entriesOf(item).filter(([, operation]) => {
      const id = valueAt(operation, "/operationId");
      return typeof id === "string" && wanted.delete(id);
    });
    if (kept.length > 0) paths[path] = withoutProse(Object.fromEntries(kept));
  }
  if (wanted.size > 0) {
    throw new Error(`The description has no operation ${[...wanted].join(", ")}.`);
  }
  return paths;
}

/** Of a webhook only the payload is needed. */
function cutWebhooks(description: JsonObject, names: readonly string[]): JsonObject {
  const entries = names.map((name) => {
    const body = valueAt(description, `/x-webhooks/${name}/post/requestBody`);
    if (body === undefined) throw new Error(`The description has no webhook ${name}.`);
    return [name, { post: { requestBody: withoutProse(body) } }] as const;
  });
  return Object.fromEntries(entries);
}

/** The JSON pointers that the roots refer to, directly or through others. */
function reach(description: JsonObject, roots: readonly JsonValue[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (value: JsonValue): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isJsonObject(value)) return;
    const reference = value["$ref"];
    if (typeof reference === "string") reached.add(reference.slice(1));
    Object.values(value).forEach(visit);
  };
  roots.forEach(visit);
  for (const pointer of reached) {
    const target = valueAt(description, pointer);
    if (target === undefined) throw new Error(`The description has nothing at ${pointer}.`);
    visit(withoutProse(target));
  }
  return reached;
}

function cutComponents(description: JsonObject, reached: ReadonlySet<string>): JsonObject {
  const components: Record<string, JsonObject> = {};
  for (const [section, members] of entriesOf(description["components"])) {
    const kept = entriesOf(members)
      .filter(([name]) => reached.has(`/components/${section}/${name}`))
      .map(([name, member]) => [name, withoutProse(member, `${section}/`)] as const);
    if (kept.length > 0) components[section] = Object.fromEntries(kept);
  }
  return components;
}

function withoutProse(value: JsonValue, within = ""): JsonValue {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => maps.has(within) || !prose.has(key) || isResponseText(within, key))
      .map(([key, member]) => [key, withoutProse(member, maps.has(within) ? `${within}/` : key)]),
  );
}

/** OpenAPI 3.0.3, section 4.7.17: a response has a description. */
function isResponseText(within: string, key: string): boolean {
  return within === "responses/" && key === "description";
}

function entriesOf(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}
