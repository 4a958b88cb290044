import type { JsonValue } from "../../json/json-value.ts";
import type { Literal } from "./formula.ts";

/** Turns the subschema at a position of a plain schema into a literal. */
export type ToLiteral = (position: JsonValue | undefined) => Literal;
