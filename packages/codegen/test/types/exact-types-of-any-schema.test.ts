import type { JsonObject, JsonValue } from "@flex-channels/document";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { judgeAll } from "./exactness.ts";

// Schemas that nobody thought of: whatever the validator lets pass is a value of the type.

const names = ["a", "b", "c"] as const;
const scalars = ["x", "y", 1, 2, true, null] as const;

const named: Readonly<Record<string, JsonObject>> = {
  One: {
    type: "object",
    properties: { a: { type: "string" }, b: { type: "integer" } },
    required: ["a"],
  },
  Two: {
    type: "object",
    properties: { a: { type: "string" }, c: { type: "boolean" } },
    required: ["c"],
  },
  Some: { type: "string" },
};

const reference = fc
  .constantFrom(...Object.keys(named))
  .map((name): JsonObject => ({ $ref: `#/components/schemas/${name}` }));

const scalar: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.constantFrom("string", "integer", "boolean", "null").map((type) => ({ type })),
  fc
    .uniqueArray(fc.constantFrom("string", "integer", "null", "boolean"), { minLength: 1 })
    .map((type) => ({ type })),
  fc.constantFrom(...scalars).map((value) => ({ const: value })),
  fc.uniqueArray(fc.constantFrom(...scalars), { minLength: 1 }).map((values) => ({ enum: values })),
);

const { schema } = fc.letrec<{
  schema: JsonObject;
  object: JsonObject;
  list: JsonObject;
  composed: JsonObject;
}>((tie) => ({
  // No member that could be left alone: TypeScript takes a type of optional members alone for a mistake.
  object: fc
    .tuple(
      fc.dictionary(fc.constantFrom(...names), tie("schema"), {
        minKeys: 1,
        noNullPrototype: true,
      }),
      fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
      fc.option(fc.oneof(fc.boolean(), tie("schema")), { nil: undefined }),
    )
    .map(([properties, required, additionalProperties]) => ({
      type: "object",
      properties,
      required,
      ...(additionalProperties === undefined ? {} : { additionalProperties }),
    })),
  list: fc
    .tuple(
      fc.option(tie("schema"), { nil: undefined }),
      fc.option(fc.array(tie("schema"), { minLength: 1, maxLength: 3 }), { nil: undefined }),
      fc.nat({ max: 3 }),
    )
    .map(([items, prefixItems, minItems]) => ({
      type: "array",
      ...(items === undefined ? {} : { items }),
      ...(prefixItems === undefined ? {} : { prefixItems }),
      ...(minItems === 0 ? {} : { minItems }),
    })),
  composed: fc
    .tuple(
      fc.oneof(fc.constant({}), reference, tie("object"), tie("list"), scalar),
      fc.constantFrom("allOf", "anyOf", "oneOf"),
      fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
    )
    .map(([base, keyword, members]) => ({ ...base, [keyword]: members })),
  schema: fc.oneof(
    { maxDepth: 3, depthIdentifier: "schema" },
    fc.oneof(scalar, reference),
    tie("object"),
    tie("list"),
    tie("composed"),
  ),
}));

const anything: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthIdentifier: "value" },
    fc.constantFrom(...scalars),
    fc.dictionary(fc.constantFrom(...names), tie("value"), { minKeys: 1, noNullPrototype: true }),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
})).value;

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value that is much like what the schema asks for; `pick` gives numbers below its argument. */
const near = (given: JsonValue | undefined, pick: (count: number) => number): JsonValue => {
  const one = <Each>(list: readonly Each[]): Each | undefined => list[pick(list.length)];
  if (!isObject(given)) return one(scalars) ?? null;
  const target = given["$ref"];
  if (typeof target === "string") return near(named[target.split("/").at(-1) ?? ""], pick);
  if (given["const"] !== undefined) return given["const"];
  if (Array.isArray(given["enum"])) return one(given["enum"]) ?? null;
  const parts = [given["allOf"], given["anyOf"], given["oneOf"]].flatMap((list) => list ?? []);
  const values = (Array.isArray(parts) ? parts : []).map((part: JsonValue) => near(part, pick));
  const types = [given["type"]].flat();
  const own = ownValue(given, one(types), pick);
  const all = own === undefined ? values : [own, ...values];
  const objects = all.filter(isObject);
  return objects.length === all.length ? Object.assign({}, ...objects) : (one(all) ?? null);
};

const ownValue = (
  given: JsonObject,
  type: JsonValue | undefined,
  pick: (count: number) => number,
): JsonValue | undefined => {
  switch (type) {
    case undefined:
      return undefined;
    case "string":
      return "x";
    case "integer":
      return 1;
    case "boolean":
      return true;
    case "null":
      return null;
    case "array": {
      const prefix = Array.isArray(given["prefixItems"]) ? given["prefixItems"] : [];
      const length = Math.max(Number(given["minItems"] ?? 0), pick(4));
      return Array.from({ length }, (_, index) => near(prefix[index] ?? given["items"], pick));
    }
    default: {
      const properties = isObject(given["properties"]) ? given["properties"] : {};
      const required = Array.isArray(given["required"]) ? given["required"] : [];
      const wanted = names.filter((name) => required.includes(name) || pick(2) === 0);
      return Object.fromEntries(
        wanted.map((name) => [name, near(properties[name] ?? given["additionalProperties"], pick)]),
      );
    }
  }
};

const row = fc
  .tuple(
    schema,
    fc.array(anything, { minLength: 4, maxLength: 4 }),
    fc.infiniteStream(fc.nat(0xffff)),
  )
  .map(([each, values, numbers]) => {
    const pick = (count: number): number => numbers.next().value % Math.max(count, 1);
    return {
      schema: each,
      values: [...values, ...Array.from({ length: 8 }, () => near(each, pick))],
    };
  });

test("what the validator lets pass is a value of the type", async () => {
  const judged = fc.sample(row, 120).map((each, index) => ({ name: `Any${index}`, ...each }));
  const verdicts = await judgeAll(
    [
      ...Object.entries(named).map(([name, each]) => ({ name, schema: each, values: [] })),
      ...judged,
    ],
    "3.1.0",
  );
  const all = judged.flatMap(({ name, schema: each, values }) =>
    values.map((value, index) => ({ schema: each, value, ...verdicts.get(name)?.[index] })),
  );
  const accepted = all.filter(({ validator }) => validator);
  expect(accepted.filter(({ type }) => !type).map((each) => JSON.stringify(each))).toEqual([]);
  expect(accepted.length).toBeGreaterThan(all.length / 5);
  // What no type can say is rare among these: two branches of a oneOf that both pass, a member too many.
  const refused = all.filter(({ validator }) => validator !== true);
  expect(refused.filter(({ type }) => type === true).length).toBeLessThan(refused.length / 20);
});
