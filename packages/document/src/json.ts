/** A JSON value (RFC 8259), as plain data. */
export type JsonValue = null | boolean | number | string | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
/**
 * A JSON object. Every member is an own property, `__proto__` and `constructor` included, so ask
 * with {@link own} or `Object.hasOwn`, never with `in`.
 */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: JsonValue | undefined): value is JsonArray {
  return Array.isArray(value);
}

/** The member of that name, or undefined where the value is no object or has no such member. */
export function own(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The own member if it is a string. */
export function ownString(value: JsonValue | undefined, name: string): string | undefined {
  const member = own(value, name);
  return typeof member === "string" ? member : undefined;
}

/** The name of a value's type in the words of JSON Schema, for a person. */
export function jsonTypeOf(value: JsonValue): string {
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  return typeof value;
}

/** Sets a member as plain data: `__proto__` becomes an own property and changes no prototype. */
export function setOwn(
  target: { [name: string]: JsonValue },
  name: string,
  value: JsonValue,
): void {
  if (name === "__proto__") {
    Object.defineProperty(target, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    target[name] = value;
  }
}
