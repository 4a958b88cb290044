import { isJsonArray, isJsonObject, type JsonValue } from "./json-value.ts";

/** One reference token, escaped as RFC 6901 §3 wants. */
function escapeToken(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

export function child(pointer: string, ...tokens: readonly (string | number)[]): string {
  let result = pointer;
  for (const token of tokens) result += "/" + escapeToken(String(token));
  return result;
}

/** The tokens of a JSON Pointer, unescaped (RFC 6901 §4). The empty pointer has none. */
export function tokensOf(pointer: string): readonly string[] {
  if (pointer === "") return [];
  const tokens = pointer.slice(1).split("/");
  return pointer.includes("~")
    ? tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
    : tokens;
}

/** The value that a JSON Pointer names within `root`, or `undefined` where it names none. */
export function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const token of tokensOf(pointer)) {
    if (isJsonArray(value)) value = /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
    else if (isJsonObject(value) && Object.hasOwn(value, token)) value = value[token];
    else return undefined;
  }
  return value;
}

/** How many tokens two pointers have in common, counted from their ends. */
export function commonEnd(left: string, right: string): number {
  const [one, other] = [tokensOf(left).toReversed(), tokensOf(right).toReversed()];
  const parting = one.findIndex((token, index) => token !== other[index]);
  return parting === -1 ? one.length : parting;
}
