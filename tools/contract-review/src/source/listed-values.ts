import { canonicalJson } from "../json/canonical-json.ts";
import { type JsonValue, isJsonArray, isJsonObject } from "../json/json-value.ts";

/**
 * Whether two documents list the same values in `enum` and `const`. The same messages may be
 * described by a list and by a pattern, but a consumer's code can only name values of a list.
 */
export function listsSameValues(base: JsonValue, head: JsonValue): boolean {
  const was = listedValues(base);
  const now = listedValues(head);
  return was.size === now.size && [...was].every((value) => now.has(value));
}

function listedValues(document: JsonValue): ReadonlySet<string> {
  const values = new Set<string>();
  const pending: JsonValue[] = [document];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (isJsonArray(value)) pending.push(...value);
    else if (isJsonObject(value)) {
      for (const [keyword, member] of Object.entries(value)) {
        if (keyword === "const") values.add(canonicalJson(member));
        else if (keyword === "enum" && isJsonArray(member)) {
          for (const item of member) values.add(canonicalJson(item));
        } else if (typeof member === "object") pending.push(member);
      }
    }
  }
  return values;
}
