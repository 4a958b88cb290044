import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonArray, isJsonObject, own, ownString, setOwn } from "../json.ts";
import { childPointer, valueAt } from "../json-pointer.ts";
import type { OpenApiVersion } from "../openapi-document.ts";
import { whyNot } from "../rules/patterns.ts";
import { schemaKeywords } from "../structure/schema-keywords.ts";
import type { Shape } from "../structure/shape.ts";

/** Who writes the message: the other side's properties (`readOnly`, `writeOnly`) may be missing. */
export type Direction = "request" | "response" | "either";

/** Schemas of the document as schemas of JSON Schema 2020-12, as far as an example needs them. */
export interface LoweredSchemas {
  /** The lowered schema of a place; undefined where it cannot be judged by. */
  readonly schema: (pointer: string) => JsonObject | boolean | undefined;
  /** What each `$ref` of a lowered schema stands for. */
  readonly definitions: Readonly<Record<string, JsonObject | boolean>>;
}

interface LoweringOptions {
  readonly root: JsonObject;
  readonly version: OpenApiVersion;
  readonly direction: Direction;
  /** From the pointer of an object with `$ref` to where it leads. */
  readonly references: ReadonlyMap<string, string>;
  /** Whether something is wrong at or below a place. */
  readonly isUnsound: (pointer: string) => boolean;
}

/** Formats that every validator of strings agrees on; the others are annotations. */
const formats = new Set([
  "date",
  "time",
  "date-time",
  "duration",
  "uri",
  "uri-reference",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "uuid",
  "json-pointer",
]);

/** Keywords that judge nothing, or would change what a reference means. */
const dropped = new Set(["$id", "$schema", "$anchor", "$dynamicAnchor", "$vocabulary", "$defs"]);

/** Lowers on demand: of a document with a thousand schemas an example needs a few. */
export function createLoweredSchemas(options: LoweringOptions): LoweredSchemas {
  const { root, version, references, isUnsound } = options;
  const definitions: Record<string, JsonObject | boolean> = Object.create(null);
  /** What each definition refers to. */
  const uses = new Map<string, Set<string>>();
  const failed = new Set<string>();
  let current = "";
  let queue: string[] = [];

  const lower = (shape: Shape, value: JsonValue, pointer: string): JsonValue => {
    if (shape.kind === "list" && isJsonArray(value)) {
      return value.map((item, index) => lower(shape.of, item, childPointer(pointer, index)));
    }
    if (!isJsonObject(value)) return value;
    if (shape.kind === "map") {
      const members: Record<string, JsonValue> = {};
      for (const [name, member] of Object.entries(value)) {
        setOwn(members, name, lower(shape.of, member, childPointer(pointer, name)));
      }
      return members;
    }
    const isSchema =
      shape.kind === "schema-or-boolean" || (shape.kind === "object" && shape.name === "Schema");
    return isSchema ? lowerSchema(value, pointer) : value;
  };

  const lowerSchema = (schema: JsonObject, pointer: string): JsonObject => {
    const lowered: Record<string, JsonValue> = {};
    const target = references.get(pointer);
    if (target !== undefined) {
      if (!Object.hasOwn(definitions, target)) queue.push(target);
      uses.get(current)?.add(target);
      lowered["$ref"] = target;
      if (version === "3.0") return lowered;
    }
    for (const [keyword, { shape }] of schemaKeywords) {
      const value = own(schema, keyword);
      if (value === undefined || keyword === "$ref" || dropped.has(keyword)) continue;
      lowered[keyword] = lower(shape, value, childPointer(pointer, keyword));
    }
    if (own(schema, "$ref") !== undefined && target === undefined) failed.add(current);
    if (Object.hasOwn(schema, "$dynamicRef")) failed.add(current);
    adjust(lowered, schema, pointer, options);
    return lowered;
  };

  const settle = (): void => {
    for (let pointer = queue.pop(); pointer !== undefined; pointer = queue.pop()) {
      if (Object.hasOwn(definitions, pointer)) continue;
      const value = valueAt(root, pointer);
      if (value === undefined || isUnsound(pointer)) failed.add(pointer);
      definitions[pointer] = true;
      uses.set(pointer, new Set());
      current = pointer;
      definitions[pointer] = isJsonObject(value) ? lowerSchema(value, pointer) : value !== false;
    }
  };

  const reachesFailure = (start: string): boolean => {
    if (failed.size === 0) return false;
    const seen = new Set([start]);
    for (const pointer of seen) {
      if (failed.has(pointer)) return true;
      for (const next of uses.get(pointer) ?? []) seen.add(next);
    }
    return false;
  };

  return {
    definitions,
    schema: (pointer) => {
      queue = [pointer];
      settle();
      return reachesFailure(pointer) ? undefined : definitions[pointer];
    },
  };
}

/** What OpenAPI says in other words than JSON Schema 2020-12. */
function adjust(
  lowered: Record<string, JsonValue>,
  schema: JsonObject,
  pointer: string,
  { version, direction, root, references }: LoweringOptions,
): void {
  const format = ownString(schema, "format");
  if (format !== undefined && !formats.has(format)) delete lowered["format"];
  const pattern = ownString(schema, "pattern");
  if (pattern !== undefined && whyNot(pattern, "u") !== undefined) delete lowered["pattern"];
  lowered["required"] = requiredOf(schema, direction, (name) => {
    const target = references.get(childPointer(`${pointer}/properties`, name));
    return target === undefined ? own(own(schema, "properties"), name) : valueAt(root, target);
  });
  if (version !== "3.0") return;
  for (const [flag, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const limit = own(schema, bound);
    delete lowered[flag];
    if (own(schema, flag) !== true || limit === undefined) continue;
    lowered[flag] = limit;
    delete lowered[bound];
  }
  const type = ownString(schema, "type");
  if (own(schema, "nullable") === true && type !== undefined) lowered["type"] = [type, "null"];
}

function requiredOf(
  schema: JsonObject,
  direction: Direction,
  property: (name: string) => JsonValue | undefined,
): readonly string[] {
  const required = own(schema, "required");
  if (!isJsonArray(required)) return [];
  return required.filter((name): name is string => {
    if (typeof name !== "string") return false;
    const declared = property(name);
    const readOnly = own(declared, "readOnly") === true;
    const writeOnly = own(declared, "writeOnly") === true;
    return !(readOnly && direction !== "response") && !(writeOnly && direction !== "request");
  });
}
