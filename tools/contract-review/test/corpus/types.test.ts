import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json/json-value.ts";
import { jsonResponse, operationOf, parameterOf, responsesOf } from "./document.ts";
import type { DocumentRow } from "./row.ts";
import { reviewRow } from "./review-row.ts";

const word = "^(?:asc|desc)$";
const answer = (schema: JsonValue): JsonObject =>
  named(
    responsesOf({
      "200": jsonResponse({ type: "object", required: ["a"], properties: { a: schema } }),
    }),
  );
const query = (schema: JsonValue): JsonObject =>
  named(parameterOf({ name: "sort", in: "query", schema }));
const named = (document: JsonObject): JsonObject =>
  operationOf({ ...at(document, ["paths", "/things", "get"]), operationId: "listThings" });

function at(value: JsonObject, path: readonly string[]): JsonObject {
  return path.reduce<JsonObject>((inner, name) => inner[name] as JsonObject, value);
}

/** The wire stays as it is; the compiler alone says what changed. */
const rows: readonly (DocumentRow & { readonly want: { readonly sources: readonly string[] } })[] =
  [
    {
      name: "an enum of a response that becomes a pattern",
      given: {
        base: answer({ type: "string", enum: ["asc", "desc"] }),
        head: answer({ type: "string", pattern: word }),
      },
      want: { bump: "major", sources: ["response-source-not-assignable at 9"] },
    },
    {
      name: "a pattern of a parameter that becomes an enum",
      given: {
        base: query({ type: "string", pattern: word }),
        head: query({ type: "string", enum: ["asc", "desc"] }),
      },
      want: { bump: "major", sources: ["request-source-not-assignable at 9"] },
    },
    {
      name: "consts that become an enum",
      given: {
        base: answer({ oneOf: [{ const: "asc" }, { const: "desc" }] }),
        head: answer({ type: "string", enum: ["desc", "asc"] }),
      },
      want: { bump: "none", sources: [] },
    },
    {
      name: "a list of types that becomes anyOf",
      given: {
        base: answer({ type: ["string", "null"] }),
        head: answer({ anyOf: [{ type: "null" }, { type: "string" }] }),
      },
      want: { bump: "none", sources: [] },
    },
  ];

describe("types that change where no message does", () => {
  it.each(rows)("asks the compiler about $name", async ({ given, want }) => {
    const { bump, findings } = await reviewRow(given, ["wire", "source"]);
    const sources = findings.map(({ ruleId, base }) => `${ruleId} at ${String(base?.line)}`);
    expect({ bump, sources }).toEqual(want);
  });
});
