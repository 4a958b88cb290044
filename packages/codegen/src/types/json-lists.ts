import { isJsonArray } from "@flex-channels/document";
import type { JsonValue } from "@flex-channels/document";

/** The members of a list; anything else has none. */
export const listOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  isJsonArray(value) ? value : [];

/** The strings in a list. */
export const textsOf = (value: JsonValue | undefined): readonly string[] =>
  listOf(value).filter((each) => typeof each === "string");
