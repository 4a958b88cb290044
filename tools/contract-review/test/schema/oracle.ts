import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { setShouldValidateFormat } from "@hyperjump/json-schema";
import "@hyperjump/json-schema/formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { JsonObject, JsonValue } from "../../src/json/json-value.ts";

/**
 * A judge that shares no code with the tool, nor with the validator that the tool asks: quick, for
 * thousands of messages.
 */
export function judge(schema: JsonObject): (value: JsonValue) => boolean | undefined {
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false });
  addFormats.default(ajv);
  const validator = ajv.compile(schema);
  return (value) => {
    try {
      return validator(value);
    } catch {
      // Its generated code fails on some schemas with `unevaluatedProperties`: no opinion.
      return undefined;
    }
  };
}

let registered = 0;

/**
 * A third opinion where the quick judge and the tool part. The quick judge is known to accept short
 * arrays where `contains` stands beside `prefixItems`, and to count what a refused branch with
 * `unevaluatedItems` or `unevaluatedProperties` evaluated.
 */
export async function arbitrate(schema: JsonObject, value: JsonValue): Promise<boolean> {
  setShouldValidateFormat(true);
  registered += 1;
  const uri = `https://oracle.example/${registered}`;
  registerSchema(mutable(schema), uri, "https://json-schema.org/draft/2020-12/schema");
  try {
    const outcome = await validate(uri, mutable(value));
    return outcome.valid;
  } finally {
    unregisterSchema(uri);
  }
}

type Mutable<Value> = Value extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : Value extends object
    ? { [Key in keyof Value]: Mutable<Value[Key]> }
    : Value;

/** The library's types know no read-only values. */
function mutable<Value extends JsonValue>(value: Value): Mutable<Value> {
  return structuredClone(value) as Mutable<Value>;
}
