import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const DOCUMENT = new URL("../../../../spec/openapi.yaml", import.meta.url);

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const document: Document = parse(readFileSync(DOCUMENT, "utf8"));

function compile(asserted: boolean): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, validateFormats: asserted });
  if (asserted) addFormats.default(ajv);
  return ajv.compile(document.components.schemas["Channel"] ?? false);
}

/**
 * The document's own schema, judged by a validator that is none of this repository's. JSON Schema
 * 2020-12 leaves it to an implementation whether `format` is asserted (Validation §7.2.1), so there
 * are two judges: what the lax one refuses is no channel, what the strict one takes is one.
 */
export const laxJudge: ValidateFunction = compile(false);
export const strictJudge: ValidateFunction = compile(true);
