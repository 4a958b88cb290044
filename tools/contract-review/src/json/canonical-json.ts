import { isJsonArray, isJsonObject, type JsonValue } from "./json-value.ts";

const known = new WeakMap<object, string>();

/** The value as text in which equal values are equal strings: no space, keys in order. */
export function canonicalJson(value: JsonValue): string {
  if (isJsonArray(value)) return remembered(value, () => `[${value.map(canonicalJson).join(",")}]`);
  if (isJsonObject(value)) {
    return remembered(value, () => {
      const members = Object.keys(value)
        .toSorted()
        .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
      return `{${members.join(",")}}`;
    });
  }
  // -0 and 0 are one number (RFC 8259 §6 knows no signed zero that interoperates).
  return JSON.stringify(value === 0 ? 0 : value);
}

function remembered(value: object, text: () => string): string {
  const found = known.get(value);
  if (found !== undefined) return found;
  const made = text();
  known.set(value, made);
  return made;
}
