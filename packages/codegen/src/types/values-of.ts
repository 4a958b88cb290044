import { isJsonArray, isJsonObject, own } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import { textsOf } from "./json-lists.ts";

const isOfType = (value: JsonValue, type: string): boolean => {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return isJsonArray(value);
    case "object":
      return isJsonObject(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
};

/** The values of `const` or `enum` that the schema's `type` lets pass, where it has such a keyword. */
export const valuesOf = (schema: JsonObject): readonly JsonValue[] | undefined => {
  const constant = own(schema, "const");
  const values = constant === undefined ? own(schema, "enum") : [constant];
  if (!isJsonArray(values)) return undefined;
  const type = own(schema, "type");
  const types = typeof type === "string" ? [type] : textsOf(type);
  const isNullable = own(schema, "nullable") === true;
  return types.length === 0
    ? values
    : values.filter(
        (value) => types.some((each) => isOfType(value, each)) || (value === null && isNullable),
      );
};
