import type { JsonObject, JsonValue } from "@flex-channels/document";

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isArray = (value: JsonValue | undefined): value is readonly JsonValue[] =>
  Array.isArray(value);

/** The own member of that name: `constructor` is a member like any other, or absent. */
export const member = (value: JsonObject, name: string): JsonValue | undefined =>
  Object.hasOwn(value, name) ? value[name] : undefined;

/** The members in the order of their names: the order in a document means nothing. */
export const members = (value: JsonObject): readonly (readonly [string, JsonValue])[] =>
  Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));

/** RFC 6901 §3. */
export const below = (pointer: string, ...path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (whole, token) => `${whole}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    pointer,
  );

/** The value that a pointer leads to (RFC 6901 §4). */
export const valueAt = (root: JsonValue, pointer: string): JsonValue | undefined => {
  const tokens = pointer.split("/").slice(1);
  let value: JsonValue | undefined = root;
  for (const escaped of tokens) {
    const token = escaped.replaceAll("~1", "/").replaceAll("~0", "~");
    if (isObject(value)) value = member(value, token);
    else if (isArray(value))
      value = /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
    else return undefined;
  }
  return value;
};
