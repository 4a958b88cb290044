import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { JsonValue } from "@flex-channels/document";
import { afterAll, describe, expect, test } from "vitest";
import type { Dialect } from "../../src/validators/schema-context.ts";
import { compileSchema, createModules } from "./compile-validators.ts";

/** JSON-Schema-Test-Suite as its registry package has it: draft 4, the draft that OpenAPI 3.0 builds on. */
interface Group {
  readonly description: string;
  readonly schema: JsonValue;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

const folder = join(
  dirname(createRequire(import.meta.url).resolve("json-schema-test-suite/package.json")),
  "tests/draft4",
);

const skippedFiles: Readonly<Record<string, string>> = {
  "additionalItems.json": "draft 4 only: 2020-12 has prefixItems and items, OpenAPI 3.0 neither",
  "definitions.json": "refers to the meta-schema by URL: a validator is made from one document",
  "dependencies.json": "draft 4 only: 2020-12 has dependentRequired and dependentSchemas",
  "refRemote.json": "refers to other documents",
};

const skippedGroups: Readonly<Record<string, string>> = {
  "an array of schemas for items": "draft 4 only: prefixItems in 2020-12, nothing in OpenAPI 3.0",
  "relative pointer ref to array": "an array under items is draft 4 only",
  "remote ref, containing refs itself": "refers to the meta-schema by URL",
};

/** Single tests that the drafts since decide otherwise: they are judged the other way. */
const decidedOtherwise: Readonly<Record<string, string>> = {
  "a float is not an integer even without fractional part": "1.0 is an integer since draft 6",
  "a valid protocol-relative URI": "a URI has a scheme; without one it is a uri-reference",
};

/** Keywords that OpenAPI 3.0 lacks, or that a reference hides. */
const notOf30 = /"(?:patternProperties|definitions|\$ref|id)"|"type":(?:\[|"null")/;

const modules = createModules();
afterAll(modules.remove);

const groupsOf = (file: string): readonly Group[] =>
  JSON.parse(readFileSync(join(folder, file), "utf8"));

const files = [
  ...readdirSync(folder).filter((file) => file.endsWith(".json")),
  "optional/bignum.json",
  "optional/format.json",
  "optional/zeroTerminatedFloats.json",
];

const dialects: readonly Dialect[] = ["2020-12", "openapi-3.0"];

test("what is skipped or decided otherwise is in the suite", () => {
  const groups = files.flatMap(groupsOf);
  const descriptions = new Set(
    groups.flatMap(({ description, tests }) =>
      [description].concat(tests.map((one) => one.description)),
    ),
  );
  expect(files).toEqual(expect.arrayContaining(Object.keys(skippedFiles)));
  expect([...descriptions]).toEqual(
    expect.arrayContaining([...Object.keys(skippedGroups), ...Object.keys(decidedOtherwise)]),
  );
});

describe.each(dialects)("the official suite in dialect %s", (dialect) => {
  const rows = files
    .filter((file) => !(file in skippedFiles))
    .flatMap((file) =>
      groupsOf(file).map(({ description, schema, tests }) => ({
        file,
        description,
        schema,
        tests,
      })),
    )
    .filter(({ description }) => !(description in skippedGroups))
    .filter(({ schema }) =>
      dialect === "2020-12"
        ? !/"exclusiveM[a-z]+":(?:true|false)/.test(JSON.stringify(schema))
        : !notOf30.test(JSON.stringify(schema)),
    );

  test.each(rows)("$file: $description", async ({ schema, tests }) => {
    const { validate } = await compileSchema(modules, schema, { dialect });
    for (const { description, data, valid } of tests) {
      const want = description in decidedOtherwise ? !valid : valid;
      expect({ description, valid: validate(data).length === 0 }).toEqual({
        description,
        valid: want,
      });
    }
  });

  test("runs most of the suite", () => {
    expect(rows.length).toBeGreaterThan(dialect === "2020-12" ? 60 : 45);
  });
});
