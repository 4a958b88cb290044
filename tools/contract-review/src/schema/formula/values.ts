import { canonicalJson } from "../../json/canonical-json.ts";
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";
import { atom, no, type Formula, type TypeName } from "./formula.ts";

type ByType = ReadonlyMap<TypeName, ReadonlyMap<string, JsonValue>>;

const sorted = new WeakMap<object, ByType>();

/** `enum` and `const`, as far as they concern values of `type`. */
export function valuesOf(keywords: JsonObject, type: TypeName): readonly Formula[] {
  const parts: Formula[] = [];
  if (isJsonArray(keywords["enum"])) parts.push(oneOfValues(byType(keywords["enum"]).get(type)));
  const only = keywords["const"];
  if (only !== undefined) {
    parts.push(typeOf(only) === type ? oneOfValues(new Map([[canonicalJson(only), only]])) : no);
  }
  return parts;
}

function oneOfValues(values: ReadonlyMap<string, JsonValue> | undefined): Formula {
  return values === undefined ? no : atom({ kind: "values", values, negated: false });
}

/** Large lists are sorted once, however often they are compared. */
function byType(values: readonly JsonValue[]): ByType {
  const known = sorted.get(values);
  if (known !== undefined) return known;
  const made = new Map<TypeName, Map<string, JsonValue>>();
  for (const value of values) {
    const type = typeOf(value);
    const some = made.get(type) ?? new Map<string, JsonValue>();
    made.set(type, some.set(canonicalJson(value), value));
  }
  sorted.set(values, made);
  return made;
}

export function typeOf(value: JsonValue): TypeName {
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  if (isJsonObject(value)) return "object";
  return typeof value === "string" ? "string" : typeof value === "number" ? "number" : "boolean";
}
