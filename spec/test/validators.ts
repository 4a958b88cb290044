import { Validator } from "@cfworker/json-schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { document } from "./document.ts";
import type { Json } from "./document.ts";

/** Says whether a value is valid against the schema at a pointer of the document. */
export interface Judge {
  readonly name: string;
  accepts(pointer: string, value: Json): boolean;
}

const base = "https://example.invalid/openapi";

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(document, base);

function cfworker(pointer: string): Validator {
  const validator = new Validator({ $ref: `${base}#${encodeURI(pointer)}` }, "2020-12");
  validator.addSchema(document, base);
  return validator;
}

/** Two validators with nothing in common but the standard. */
export const judges: readonly Judge[] = [
  {
    name: "ajv",
    accepts: (pointer, value) => ajv.validate({ $ref: `${base}#${encodeURI(pointer)}` }, value),
  },
  { name: "cfworker", accepts: (pointer, value) => cfworker(pointer).validate(value).valid },
];
