import { isJsonObject, own, ownString, parsePointer, valueAt } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import { mapObject } from "./map-document.ts";
import type { Changes } from "./map-document.ts";
import { referencePointer } from "./reference-pointer.ts";

// `readOnly` and `writeOnly` say that a property belongs to one direction, and that `required` then
// counts in that direction alone (OpenAPI 3.0.3 §4.7.24, JSON Schema Validation 2020-12 §9.4). One
// type for both would make a caller send what the server makes, or expect what it never sends. So a
// type is what a response brings, and a schema that reads otherwise in a request gets a second one.

type Direction = "request" | "response";

/** Belongs to the other direction alone. */
const foreignTo: Readonly<Record<Direction, string>> = {
  request: "readOnly",
  response: "writeOnly",
};

const lists = ["allOf", "anyOf", "oneOf"] as const;

const resolve = (root: JsonObject, value: JsonValue | undefined): JsonValue | undefined => {
  let current = value;
  for (let chain = 0; chain < 100; chain += 1) {
    const reference = ownString(current, "$ref");
    if (reference === undefined) return current;
    current = valueAt(root, referencePointer(reference));
  }
  return undefined;
};

const membersOf = (value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] =>
  isJsonObject(value) ? Object.entries(value) : [];

/** Names of the properties of a schema, and of what it is composed of, that carry a keyword. */
const marked = (
  root: JsonObject,
  schema: JsonValue | undefined,
  keyword: string,
  seen: ReadonlySet<JsonValue> = new Set(),
): readonly string[] => {
  const value = resolve(root, schema);
  if (!isJsonObject(value) || seen.has(value)) return [];
  const names = membersOf(value["properties"]).flatMap(([name, property]) =>
    own(property, keyword) === true || own(resolve(root, property), keyword) === true ? [name] : [],
  );
  const parts = Array.isArray(value["allOf"]) ? value["allOf"] : [];
  const seenNow = new Set([...seen, value]);
  return [...names, ...parts.flatMap((part: JsonValue) => marked(root, part, keyword, seenNow))];
};

/** The schema without those names in `required`, in what it is composed of too. */
const withoutRequired = (schema: JsonObject, names: ReadonlySet<string>): JsonObject => {
  const changed: Record<string, JsonValue> = { ...schema };
  const { required } = schema;
  if (Array.isArray(required)) {
    const rest = required.filter((name) => typeof name !== "string" || !names.has(name));
    if (rest.length === 0) delete changed["required"];
    else changed["required"] = rest;
  }
  for (const keyword of lists) {
    const parts = schema[keyword];
    if (!Array.isArray(parts)) continue;
    changed[keyword] = parts.map((part: JsonValue) =>
      isJsonObject(part) ? withoutRequired(part, names) : part,
    );
  }
  return changed;
};

const schemaPath = "#/components/schemas/";

/** The name of the component that a reference names. */
const componentOf = (reference: string | undefined): string | undefined =>
  reference?.startsWith(schemaPath) === true
    ? parsePointer(referencePointer(reference))?.[2]
    : undefined;

/** What each component says by itself: does it mark a required property, and what does it refer to? */
const survey = (
  root: JsonObject,
  schema: JsonValue,
): { readonly differs: boolean; readonly refers: ReadonlySet<string> } => {
  let differs = false;
  const refers = new Set<string>();
  const enter = (object: JsonObject): JsonObject => {
    const name = componentOf(ownString(object, "$ref"));
    if (name !== undefined) refers.add(name);
    if (!differs && (Array.isArray(object["required"]) || "allOf" in object)) {
      differs = Object.values(foreignTo).some(
        (keyword) => marked(root, object, keyword).length > 0,
      );
    }
    return object;
  };
  if (isJsonObject(schema)) mapObject(schema, "schema", { enter });
  return { differs, refers };
};

/** The name of the component that is the request view of each schema that has one. */
export type RequestViews = ReadonlyMap<string, string>;

const usesMarks = (value: JsonValue): boolean => {
  if (Array.isArray(value)) return value.some(usesMarks);
  if (!isJsonObject(value)) return false;
  return value["readOnly"] === true || value["writeOnly"] === true
    ? true
    : Object.values(value).some(usesMarks);
};

/** Which named schemas read otherwise in a request, themselves or through what they refer to. */
export const requestViewsOf = (root: JsonObject): RequestViews => {
  if (!usesMarks(root)) return new Map();
  const schemas = own(own(root, "components"), "schemas");
  const surveys = new Map(membersOf(schemas).map(([name, value]) => [name, survey(root, value)]));
  const differing = new Set([...surveys].flatMap(([name, { differs }]) => (differs ? [name] : [])));
  for (let before = -1; before < differing.size;) {
    before = differing.size;
    for (const [name, { refers }] of surveys) {
      if ([...refers].some((other) => differing.has(other))) differing.add(name);
    }
  }
  const taken = new Set(surveys.keys());
  return new Map(
    [...differing].toSorted().map((name) => {
      let view = `${name}Request`;
      while (taken.has(view)) view += "_";
      taken.add(view);
      return [name, view];
    }),
  );
};

const schemaReference = (name: string): string =>
  `${schemaPath}${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** The members of a schema that name other schemas, with the views in their place. */
const referringToViews = (schema: JsonObject, views: RequestViews): JsonObject => {
  const changed: Record<string, JsonValue> = { ...schema };
  const view = views.get(componentOf(ownString(schema, "$ref")) ?? "");
  if (view !== undefined) changed["$ref"] = schemaReference(view);
  const mapping = own(schema["discriminator"], "mapping");
  if (isJsonObject(schema["discriminator"]) && isJsonObject(mapping)) {
    const viewed = Object.entries(mapping).map(([value, target]) => {
      const name = typeof target === "string" ? (componentOf(target) ?? target) : "";
      const other = views.get(name);
      return [value, other === undefined ? target : schemaReference(other)] as const;
    });
    changed["discriminator"] = {
      ...schema["discriminator"],
      mapping: Object.fromEntries(viewed),
    };
  }
  return changed;
};

/**
 * The document as the generated types read it: `required` counts in its own direction alone, and
 * request bodies refer to the views that {@link requestViewsOf} names.
 *
 * @param tell What else is said in each schema, given as it reads in its direction and as it is
 * written, in the same walk: a large document makes each dear.
 */
export const withRequestViews = (
  root: JsonObject,
  views: RequestViews,
  tell: (schema: JsonObject, original: JsonObject) => JsonObject = (schema) => schema,
): JsonObject => {
  const hasMarks = usesMarks(root);
  const inDirection = (direction: Direction, object: JsonObject): JsonObject => {
    const names = hasMarks ? marked(root, object, foreignTo[direction]) : [];
    return tell(names.length === 0 ? object : withoutRequired(object, new Set(names)), object);
  };
  const response: Changes["enter"] = (object, kind) =>
    kind === "schema" ? inDirection("response", object) : object;
  if (!hasMarks) return mapObject(root, "openapi", { enter: response });

  const request: Changes = {
    enter: (object, kind) =>
      kind === "schema" ? referringToViews(inDirection("request", object), views) : object,
  };
  const document = mapObject(root, "openapi", {
    enter: response,
    leave: (changed, original, kind) =>
      kind === "request-body" ? mapObject(original, kind, request) : changed,
  });
  const components = own(document, "components");
  if (views.size === 0 || !isJsonObject(components)) return document;
  const originals = own(own(root, "components"), "schemas");
  const copies = [...views].map(([name, view]) => {
    const schema = own(originals, name);
    return [view, isJsonObject(schema) ? mapObject(schema, "schema", request) : true] as const;
  });
  const schemas = Object.fromEntries([...membersOf(components["schemas"]), ...copies]);
  return { ...document, components: { ...components, schemas } };
};
