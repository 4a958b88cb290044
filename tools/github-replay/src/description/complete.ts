import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonArray, isJsonObject } from "../json.ts";
import type { Description, Followed } from "./description.ts";

/**
 * Fills in what a schema requires and the state does not model: `null` where it may be, and words
 * and addresses that nobody takes for GitHub's. A program that relies on one fails its test.
 */
export function complete(description: Description, pointer: string, value: JsonValue): JsonValue {
  const schema = description.follow(pointer);
  return schema === undefined ? value : fill(description, schema, value);
}

function fill(description: Description, schema: Followed, value: JsonValue): JsonValue {
  const branches = branchesOf(description, schema);
  const [first] = branches;
  if (first !== undefined && value !== null) {
    const filled = branches.map((branch) => [branch, fill(description, branch, value)] as const);
    const fitting = filled.find(
      ([branch, item]) => description.judge(branch.pointer, item).length === 0,
    );
    return (fitting ?? filled[0])?.[1] ?? value;
  }
  if (isJsonArray(value)) {
    const items = description.follow(`${schema.pointer}/items`);
    return items === undefined ? value : value.map((item) => fill(description, items, item));
  }
  return isJsonObject(value) ? fillObject(description, schema, value) : value;
}

function fillObject(description: Description, schema: Followed, value: JsonObject): JsonObject {
  const filled: Record<string, JsonValue> = { ...value };
  for (const part of partsOf(description, schema)) {
    const properties = part.value["properties"];
    const required = part.value["required"];
    for (const name of Object.keys(isJsonObject(properties) ? properties : {})) {
      const property = description.follow(`${part.pointer}/properties/${name}`);
      const known = filled[name];
      if (property === undefined) continue;
      if (known !== undefined) filled[name] = fill(description, property, known);
      else if (isJsonArray(required) && required.includes(name)) {
        filled[name] = unmodelled(description, property);
      }
    }
  }
  return filled;
}

function unmodelled(description: Description, schema: Followed): JsonValue {
  const { value } = schema;
  if (value["nullable"] === true) return null;
  const [branch] = branchesOf(description, schema);
  if (branch !== undefined) return unmodelled(description, branch);
  const values = value["enum"];
  if (isJsonArray(values) && values[0] !== undefined) return values[0];
  switch (value["type"]) {
    case "array":
      return [];
    case "boolean":
      return false;
    case "integer":
    case "number":
      return 0;
    case "string":
      return unmodelledText(value["format"]);
    default:
      return fillObject(description, schema, {});
  }
}

function unmodelledText(format: JsonValue | undefined): string {
  switch (format) {
    case "date-time":
      return "1970-01-01T00:00:00Z";
    case "email":
      return "unmodelled@unmodelled.invalid";
    case "uri":
      return "https://unmodelled.invalid/";
    default:
      return "unmodelled";
  }
}

/** The alternatives of a schema. */
function branchesOf(description: Description, schema: Followed): readonly Followed[] {
  return ["anyOf", "oneOf"].flatMap((keyword) => membersOf(description, schema, keyword));
}

/** A schema and all that it is composed of. */
function partsOf(description: Description, schema: Followed): readonly Followed[] {
  return [schema, ...membersOf(description, schema, "allOf")];
}

function membersOf(
  description: Description,
  { pointer, value }: Followed,
  keyword: string,
): readonly Followed[] {
  const list = value[keyword];
  return (isJsonArray(list) ? list : []).flatMap(
    (_, index) => description.follow(`${pointer}/${keyword}/${String(index)}`) ?? [],
  );
}
