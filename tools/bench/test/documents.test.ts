import { expect, test } from "vitest";
import { shrinkDocument } from "../src/shrink-document.ts";
import { syntheticDocument } from "../src/synthetic-document.ts";

const document = {
  openapi: "3.1.0",
  webhooks: { push: {} },
  "x-more": { $ref: "#/components/schemas/unreached" },
  paths: {
    "/a": { get: { schema: { $ref: "#/components/schemas/A" } } },
    "/b": { get: { schema: { $ref: "#/components/schemas/B~1C" } } },
  },
  components: {
    schemas: {
      A: {
        properties: {
          self: { $ref: "#/components/schemas/A" },
          list: [{ $ref: "#/components/schemas/D" }],
        },
      },
      "B/C": {},
      D: {},
      unreached: {},
    },
    securitySchemes: { basic: {} },
  },
};

const rows = [
  { name: "no path reaches nothing", given: 0, paths: [], schemas: [] },
  {
    name: "a path brings what it reaches, cycles included",
    given: 1,
    paths: ["/a"],
    schemas: ["A", "D"],
  },
  {
    name: "all paths leave out what nothing reaches",
    given: 9,
    paths: ["/a", "/b"],
    schemas: ["A", "B/C", "D"],
  },
];

test.each(rows)("$name", ({ given, paths, schemas }) => {
  const shrunk = shrinkDocument(document, given);
  expect(Object.keys(shrunk.paths)).toEqual(paths);
  expect(Object.keys(shrunk.components.schemas)).toEqual(schemas);
  expect(shrunk.components.securitySchemes).toEqual({ basic: {} });
});

test("what is no path and no component is kept, webhooks and extensions are not", () => {
  expect(Object.keys(shrinkDocument(document, 1))).toEqual(["openapi", "paths", "components"]);
});

test("a synthetic document has as many operations and schemas as asked for", () => {
  expect(syntheticDocument(3)).toMatchObject({
    paths: { "/v1/Thing0/{Id}": {}, "/v1/Thing1/{Id}": {}, "/v1/Thing2/{Id}": {} },
    components: { schemas: { Thing0: {}, Thing1: {}, Thing2: {} } },
  });
});
