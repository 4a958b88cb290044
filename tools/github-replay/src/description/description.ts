import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonObject, valueAt } from "../json.ts";
import type { Problem } from "../violation.ts";
import { show } from "../violation.ts";
import { documentId, lowerSchemas } from "./lower-schemas.ts";

/** The committed slice of GitHub's description, ready to judge values. */
export interface Description {
  readonly document: JsonObject;
  /** The value at a pointer, behind its references. */
  readonly follow: (pointer: string) => Followed | undefined;
  /** What a schema says against a value. */
  readonly judge: (pointer: string, value: JsonValue) => readonly Problem[];
}

export interface Followed {
  readonly pointer: string;
  readonly value: JsonObject;
}

/** Reads the slice; servers of one process share what is compiled of it. */
export function loadDescription(): Description {
  loaded ??= createDescription(
    JSON.parse(
      readFileSync(join(import.meta.dirname, "..", "..", "description", "github.json"), "utf8"),
    ) as JsonObject,
  );
  return loaded;
}

let loaded: Description | undefined;

export function createDescription(document: JsonObject): Description {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    verbose: true,
    // Compiled once each: the schemas share most of what they refer to.
    inlineRefs: false,
    code: { optimize: false },
    // `owner/name`, a format of GitHub's own.
    formats: { "repo.nwo": /^[\w.-]+\/[\w.-]+$/ },
  });
  addFormats.default(ajv);
  ajv.addSchema(lowerSchemas(document) as object, documentId);
  const validators = new Map<string, ValidateFunction>();
  const follow: Description["follow"] = (pointer) => {
    const value = valueAt(document, pointer);
    if (!isJsonObject(value)) return undefined;
    const reference = value["$ref"];
    return typeof reference === "string" ? follow(reference.slice(1)) : { pointer, value };
  };
  return {
    document,
    follow,
    judge: (pointer, value) => {
      const validate =
        validators.get(pointer) ??
        ajv.compile(lowerSchemas(valueAt(document, pointer) ?? true) as object);
      validators.set(pointer, validate);
      return validate(value) ? [] : problemsOf(validate.errors ?? []);
    },
  };
}

/** Of alternatives that all failed only the sum is told. */
function problemsOf(errors: readonly ErrorObject[]): readonly Problem[] {
  const sums = errors.filter(({ keyword }) => keyword === "anyOf");
  return errors
    .filter(
      ({ keyword, schemaPath }) =>
        keyword === "anyOf" || !sums.some((sum) => schemaPath.startsWith(`${sum.schemaPath}/`)),
    )
    .map(problemOf);
}

function problemOf(error: ErrorObject): Problem {
  const { keyword, instancePath: pointer, params, parentSchema, data } = error;
  switch (keyword) {
    case "additionalProperties": {
      const name = String(params["additionalProperty"]);
      return {
        pointer: `${pointer}/${name}`,
        expected: `one of the declared properties (${listOf(Object.keys(parentSchema?.["properties"] ?? {}))})`,
        received: show((data as Readonly<Record<string, unknown>>)[name]),
      };
    }
    case "required":
      return {
        pointer: `${pointer}/${String(params["missingProperty"])}`,
        expected: "a value, as the property is required",
        received: "nothing",
      };
    case "enum":
      return {
        pointer,
        expected: `one of ${show(params["allowedValues"])}`,
        received: show(data),
      };
    case "anyOf":
      return { pointer, expected: "one of the declared alternatives", received: show(data) };
    default:
      return {
        pointer,
        expected: (error.message ?? keyword).replace(/^must be /, ""),
        received: show(data),
      };
  }
}

function listOf(names: readonly string[], most = 20): string {
  const left = names.length - most;
  const shown = names.slice(0, most).join(", ");
  return left > 0 ? `${shown} and ${String(left)} more` : shown;
}
