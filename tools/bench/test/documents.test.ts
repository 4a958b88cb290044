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

test.each([
  { width: "narrow", method: "get", verb: "fetch", parameters: 1 },
  { width: "wide", method: "post", verb: "change", parameters: 10 },
] as const)(
  "a $width document has as many operations and schemas as asked for",
  ({ width, method, verb, parameters }) => {
    const names = ["Thing0", "Thing1", "Thing2"];
    const operation = (name: string): object => ({
      operationId: `${verb}${name}`,
      parameters: Array.from({ length: parameters }, () => expect.anything()),
      ...(width === "wide" && { requestBody: { required: true } }),
    });
    expect(syntheticDocument(3, width)).toMatchObject({
      paths: Object.fromEntries(
        names.map((name) => [`/v1/${name}/{Id}`, { [method]: operation(name) }]),
      ),
      components: { schemas: Object.fromEntries(names.map((name) => [name, {}])) },
    });
  },
);
