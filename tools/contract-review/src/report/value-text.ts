import type { JsonValue } from "../json/json-value.ts";
import { shorten } from "./visible-text.ts";

/** A value in one line, for was → now. */
export function valueText(value: JsonValue | undefined, most = 200): string {
  return value === undefined ? "nothing" : shorten(JSON.stringify(value), most);
}
