import { quote } from "../describe-value.ts";
import { parsePointer } from "../json-pointer.ts";

/** The last token of a pointer, for a person. */
export function nameOfPlace(pointer: string): string {
  const tokens = parsePointer(pointer) ?? [];
  const last = tokens.at(-1);
  if (last === undefined) return "The document";
  return /^\d+$/.test(last) ? `Item ${last} of ${quote(tokens.at(-2) ?? "")}` : quote(last);
}

/** `a` or `an` and the name of an object, e.g. `an Operation Object`. */
export function objectTitle(name: string): string {
  return `${/^[AEIOX]/.test(name) ? "an" : "a"} ${name} Object`;
}
