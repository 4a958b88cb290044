import type { JsonObject } from "../../json/json-value.ts";

/**
 * A schema in the words of JSON Schema 2020-12, one level deep: every subschema is
 * `{ "$ref": <key> }`, the key of another plain schema of the same graph. The algebra and the exact
 * evaluator both read this form, so that there is one reading, not two.
 */
export interface PlainSchema {
  readonly key: string;
  /** Where the schema stands in its document. */
  readonly pointer: string;
  readonly keywords: boolean | JsonObject;
  /** The keyword that stops every decision about this schema, where there is one. */
  readonly unmodelled?: string;
  /** What a reader calls this schema, where it stands for a keyword of another dialect. */
  readonly standsFor?: { readonly keyword: string; readonly pointer: string };
}

/** The key that a subschema position of a plain schema names. */
export function keyOf(position: unknown): string | undefined {
  if (typeof position !== "object" || position === null || !("$ref" in position)) return undefined;
  return typeof position.$ref === "string" ? position.$ref : undefined;
}
