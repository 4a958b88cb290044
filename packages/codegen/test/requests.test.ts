import { expect, test } from "vitest";
import { generateText } from "./generate-text.ts";

/* What a client bundles of the operation table: no header names, no errors, no prose, no defaults. */

const head = (path: string, method: string, operation: string): string => `
openapi: 3.1.0
info: { title: T, version: "1" }
servers: [{ url: "https://one.example" }, { url: "https://two.example" }]
paths:
  ${path}:
    ${method}:
      operationId: act
${operation}
      responses:
        "200": { description: OK, content: { application/json: { schema: { type: object } } } }
        "4XX": { description: No, content: { application/problem+json: { schema: { type: object } } } }
`;
const id = '{ name: Id, in: path, required: true, schema: { type: string, pattern: "^I" } }';

const rows = [
  {
    name: "a text in its path",
    given: head("/things/{Id}", "get", `      parameters: [${id}]`),
    want: "true",
  },
  {
    name: "a list in its path",
    given: head(
      "/things/{Id}",
      "get",
      "      parameters: [{ name: Id, in: path, required: true, schema: { type: array, items: { type: string } } }]",
    ),
    want: "false",
  },
  {
    name: "a query",
    given: head(
      "/things",
      "get",
      "      parameters: [{ name: Q, in: query, schema: { type: string } }]",
    ),
    want: "false",
  },
  {
    name: "a body",
    given: head(
      "/things",
      "post",
      "      requestBody: { content: { application/json: { schema: { type: object } } } }",
    ),
    want: "false",
  },
];

test.each(rows)("a request with $name is plain: $want", async ({ given, want }) => {
  const text = (await generateText(given)).get("requests.ts");
  expect(text).toContain(`export const arePlain = ${want};`);
});

test("the table holds what a request needs, and of answers what a success may be", async () => {
  const text = (await generateText(rows[0]?.given ?? "")).get("requests.ts") ?? "";
  const table = text.replaceAll(/\s+/g, "");
  expect(table).toContain('server:"https://one.example",');
  expect(table).toContain('"parameters":[{"name":"Id","in":"path","described":true}]');
  expect(table).toContain('"accept":"application/json,application/problem+json"');
  expect(table).toContain('"successes":{"200":["application/json"]}');
  expect(table).not.toContain("4XX");
});
