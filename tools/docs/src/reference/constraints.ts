import type { JsonObject, JsonValue } from "@flex-channels/document";
import { own } from "@flex-channels/document";

/** A restriction of a schema: what it says, and for a value in the document's own words, the code. */
export interface Constraint {
  readonly words: string;
  readonly code?: string;
}

type Say = (value: JsonValue) => Constraint;

const number =
  (words: string): Say =>
  (value) => ({ words: `${words} ${JSON.stringify(value)}` });

const code =
  (words: string): Say =>
  (value) => ({ words, code: typeof value === "string" ? value : JSON.stringify(value) });

/** A keyword of JSON Schema is a row; what has no row is shown by its type, or not at all. */
const rows: Readonly<Record<string, Say>> = {
  minLength: number("minimum length"),
  maxLength: number("maximum length"),
  pattern: code("pattern"),
  minimum: number("minimum"),
  exclusiveMinimum: number("greater than"),
  maximum: number("maximum"),
  exclusiveMaximum: number("less than"),
  multipleOf: number("multiple of"),
  minItems: number("minimum items"),
  maxItems: number("maximum items"),
  uniqueItems: (value) => ({ words: value === true ? "items are unique" : "items may repeat" }),
  minProperties: number("minimum properties"),
  maxProperties: number("maximum properties"),
  const: code("always"),
  default: code("default"),
  contentEncoding: code("encoded as"),
  contentMediaType: code("holds"),
  readOnly: (value) => ({ words: value === true ? "only in answers" : "in requests and answers" }),
  writeOnly: (value) => ({
    words: value === true ? "only in requests" : "in requests and answers",
  }),
};

/** The constraints of one schema, in a settled order. */
export function constraintsOf(schema: JsonObject): readonly Constraint[] {
  return Object.entries(rows).flatMap(([keyword, say]) => {
    const value = own(schema, keyword);
    return value === undefined ? [] : [say(value)];
  });
}
