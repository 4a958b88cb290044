import {
  registerSchema,
  unregisterSchema,
  validate as validateByHyperjump,
} from "@hyperjump/json-schema/draft-2020-12";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { anySchema, anyValue } from "./arbitrary-schema.ts";
import { compileSchema, createModules } from "./compile-validators.ts";

const modules = createModules();
afterAll(modules.remove);

const ajv = new Ajv2020({ strict: false, validateFormats: false, ownProperties: true });

/** No verdict where ajv writes code that does not run, which it does for some schemas. */
const byAjv = (
  schema: JsonObject,
  values: readonly JsonValue[],
): readonly boolean[] | undefined => {
  try {
    const validate = ajv.compile(schema);
    return values.map((value) => validate(value));
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
};

const byHyperjump = async (
  schema: JsonObject,
  values: readonly JsonValue[],
): Promise<readonly boolean[]> => {
  const id = "https://example.test/schema";
  registerSchema(
    JSON.parse(JSON.stringify(schema)),
    id,
    "https://json-schema.org/draft/2020-12/schema",
  );
  try {
    const judge = await validateByHyperjump(id);
    return values.map((value) => judge(JSON.parse(JSON.stringify(value))).valid);
  } finally {
    unregisterSchema(id);
  }
};

/** Where ajv 8 departs from the specification; a disagreement with it must be one of these. */
const ajvDepartures: Readonly<Record<string, RegExp>> = {
  "reads or drops a property named __proto__ in a schema": /"__proto__"/,
  "lets an empty array pass contains beside prefixItems":
    /"contains":.*"prefixItems":|"prefixItems":.*"contains":/,
  "drops the annotations of an if without then and else": /"if":/,
};

test("verdicts agree with two other validators, whatever the schema and the value", async () => {
  let judged = 0;
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(
      anySchema,
      fc.array(anyValue, { minLength: 12, maxLength: 12 }),
      async (schema, values) => {
        const { validate, diagnostics } = await compileSchema(modules, schema);
        expect(diagnostics).toEqual([]);
        const ours = values.map((value) => validate(value).length === 0);
        judged += ours.length;
        accepted += ours.filter(Boolean).length;
        expect(ours).toEqual(await byHyperjump(schema, values));
        const text = JSON.stringify(schema);
        const departs = Object.values(ajvDepartures).some((departure) => departure.test(text));
        expect(ours).toEqual((departs ? undefined : byAjv(schema, values)) ?? ours);
      },
    ),
    { numRuns: 120 },
  );
  expect(accepted / judged).toBeGreaterThan(0.3);
  expect(accepted / judged).toBeLessThan(0.95);
});

test.each(Object.keys(ajvDepartures))("is needed: ajv %s", async (name) => {
  const [schema, value] = departureExamples[name] ?? [{}, null];
  const { validate } = await compileSchema(modules, schema);
  const ours = validate(value).length === 0;
  expect([ours]).toEqual(await byHyperjump(schema, [value]));
  expect([ours]).not.toEqual(byAjv(schema, [value]));
});

const departureExamples: Readonly<Record<string, readonly [schema: JsonObject, value: JsonValue]>> =
  {
    "reads or drops a property named __proto__ in a schema": [
      { oneOf: [{}, { properties: Object.fromEntries([["__proto__", false]]) }] },
      Object.fromEntries([["__proto__", 1]]),
    ],
    "lets an empty array pass contains beside prefixItems": [
      { contains: { type: "string" }, prefixItems: [{ maxLength: 0 }] },
      [],
    ],
    "drops the annotations of an if without then and else": [
      { if: { properties: { a: true } }, unevaluatedProperties: false },
      { a: 1 },
    ],
  };
