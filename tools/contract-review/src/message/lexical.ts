import { type JsonObject, type JsonValue, isJsonArray } from "../json/json-value.ts";
import { type Schemas, type Slot } from "./message-pair.ts";
import { reference } from "./message-schema.ts";
import type { Side } from "./side.ts";

const INTEGER = "(?:0|[1-9][0-9]*)";
const NUMBER = String.raw`(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?`;

/**
 * Parameters and headers cross the network as text, so `5` of an integer is also the string `5`.
 * Where one side declares text and the other a number or a boolean, the sender's schema is told in
 * the reader's terms. Nothing where the schemas need no such help.
 */
export function lexicalSchemas(
  { producer, consumer }: Omit<Slot, "location">,
  producerSide: Side,
  consumerSide: Side,
): Schemas | undefined {
  const sent = plainSchema(producerSide, producer?.schemaPointer);
  const read = plainSchema(consumerSide, consumer?.schemaPointer);
  if (sent === undefined || read === undefined) return undefined;
  const told = isText(read.types)
    ? asText(sent)
    : isText(sent.types) && !read.types.includes("string")
      ? asValues(sent.value)
      : undefined;
  return told === undefined
    ? undefined
    : { producer: told, consumer: reference(consumer?.schemaPointer) };
}

interface PlainSchema {
  readonly value: JsonObject;
  readonly types: readonly string[];
}

const COMBINATORS = ["allOf", "anyOf", "oneOf", "not", "if", "$ref"];

/** A schema that says its types itself. */
function plainSchema(side: Side, pointer: string | undefined): PlainSchema | undefined {
  const value = pointer === undefined ? undefined : side.follow(pointer)?.value;
  if (value === undefined || COMBINATORS.some((keyword) => value[keyword] !== undefined)) {
    return undefined;
  }
  const { type } = value;
  const types = (isJsonArray(type) ? type : [type]).filter((name) => typeof name === "string");
  return types.length === 0 ? undefined : { value, types };
}

function isText(types: readonly string[]): boolean {
  return types.length === 1 && types[0] === "string";
}

function asText({ value, types }: PlainSchema): JsonObject | undefined {
  if (!types.every((type) => type === "integer" || type === "number" || type === "boolean")) {
    return undefined;
  }
  const values = listed(value);
  if (values !== undefined) return { type: "string", enum: values.map(String) };
  const { minimum } = value;
  const sign = typeof minimum === "number" && minimum >= 0 ? "" : "-?";
  const patterns = types.map((type) => {
    if (type === "boolean") return "true|false";
    return sign + (type === "integer" ? INTEGER : NUMBER);
  });
  return { type: "string", pattern: `^(?:${patterns.join("|")})$` };
}

function asValues(value: JsonObject): JsonObject | undefined {
  const values = listed(value);
  if (values === undefined) return undefined;
  return { enum: values.map((text) => (typeof text === "string" ? parsed(text) : text)) };
}

function listed(value: JsonObject): readonly JsonValue[] | undefined {
  if (isJsonArray(value["enum"])) return value["enum"];
  return value["const"] === undefined ? undefined : [value["const"]];
}

function parsed(text: string): JsonValue {
  if (text === "true" || text === "false") return text === "true";
  return text !== "" && String(Number(text)) === text ? Number(text) : text;
}
