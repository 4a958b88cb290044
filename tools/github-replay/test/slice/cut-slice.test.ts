import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/json.ts";
import { valueAt } from "../../src/json.ts";
import { operations, webhooks } from "../../src/operations.ts";
import { cutSlice } from "../../src/slice/cut-slice.ts";

const here = join(import.meta.dirname, "..", "..");
const read = async (...path: readonly string[]): Promise<JsonObject> =>
  JSON.parse(await readFile(join(here, ...path), "utf8")) as JsonObject;

const small: JsonObject = {
  openapi: "3.0.3",
  info: { title: "A description", version: "1", license: { name: "MIT" } },
  paths: {
    "/used": {
      get: {
        operationId: "used",
        summary: "Prose",
        parameters: [{ $ref: "#/components/parameters/title" }],
        responses: {
          200: {
            description: "Response",
            content: { "application/json": { schema: { $ref: "#/components/schemas/used" } } },
          },
        },
      },
      post: { operationId: "unused", responses: { 200: { description: "Response" } } },
    },
    "/unused": { get: { operationId: "unused-too", responses: {} } },
  },
  "x-webhooks": {},
  components: {
    parameters: {
      title: { name: "title", in: "query", description: "Prose", schema: { type: "string" } },
    },
    schemas: {
      used: {
        title: "Used",
        type: "object",
        properties: {
          title: { type: "string", example: "Prose" },
          description: { $ref: "#/components/schemas/reached" },
        },
      },
      reached: { type: "array", items: { $ref: "#/components/schemas/used" } },
      unused: { type: "string" },
    },
  },
};

test("what is wanted stays with all that it refers to, and prose goes", () => {
  const source = { package: "p" };
  const slice = cutSlice({ description: small, operationIds: ["used"], webhooks: [], source });
  expect(slice).toEqual({
    openapi: "3.0.3",
    info: {
      title: "A description",
      version: "1",
      license: { name: "MIT" },
      "x-source": source,
    },
    paths: {
      "/used": {
        get: {
          operationId: "used",
          parameters: [{ $ref: "#/components/parameters/title" }],
          responses: {
            200: {
              description: "Response",
              content: { "application/json": { schema: { $ref: "#/components/schemas/used" } } },
            },
          },
        },
      },
    },
    "x-webhooks": {},
    components: {
      parameters: { title: { name: "title", in: "query", schema: { type: "string" } } },
      schemas: {
        used: {
          type: "object",
          properties: {
            title: { type: "string" },
            description: { $ref: "#/components/schemas/reached" },
          },
        },
        reached: { type: "array", items: { $ref: "#/components/schemas/used" } },
      },
    },
  });
});

test.each([
  { name: "an operation", wanted: { operationIds: ["nothing"], webhooks: [] } },
  { name: "a webhook", wanted: { operationIds: [], webhooks: ["nothing"] } },
])("$name that the description lacks is named", ({ wanted }) => {
  expect(() => cutSlice({ description: small, source: {}, ...wanted })).toThrow(
    /has no .* nothing/,
  );
});

test("the committed slice holds the operations that are played and no other", async () => {
  const slice = await read("description", "github.json");
  const paths = Object.values(slice["paths"] ?? {}).flatMap((item) =>
    Object.values(item as object),
  );
  const ids = paths.map((each: { readonly operationId: string }) => each.operationId);
  const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : 1);
  expect(ids.toSorted(byCodeUnit)).toEqual(Object.keys(operations).toSorted(byCodeUnit));
  expect(Object.keys(slice["x-webhooks"] ?? {})).toEqual([...webhooks]);
});

test("the committed slice comes from the version that is pinned", async () => {
  const slice = await read("description", "github.json");
  const manifest = await read("gear", "package.json");
  const pinned = valueAt(manifest, "/dependencies/@octokit~1openapi");
  expect(valueAt(slice, "/info/x-source/version")).toBe(pinned);
  expect(valueAt(slice, "/info/x-source/sha256")).toMatch(/^[0-9a-f]{64}$/);
});

test("the committed slice is an OpenAPI document again", async () => {
  const slice = await read("description", "github.json");
  const result = await new Validator().validate(structuredClone(slice) as Record<string, unknown>);
  expect(result).toEqual({ valid: true });
});
