import { expect, test } from "vitest";
import { complete } from "../../src/description/complete.ts";
import { createDescription } from "../../src/description/description.ts";
import type { JsonObject, JsonValue } from "../../src/json.ts";

const rows: readonly {
  readonly name: string;
  readonly schema: JsonObject;
  readonly given: JsonValue;
  readonly want: JsonValue;
}[] = [
  {
    name: "what is required and unknown is filled in with words that are nobody's",
    schema: {
      type: "object",
      required: ["text", "address", "day", "count", "flag", "list", "state", "nothing"],
      properties: {
        text: { type: "string" },
        address: { type: "string", format: "uri" },
        day: { type: "string", format: "date-time" },
        count: { type: "integer" },
        flag: { type: "boolean" },
        list: { type: "array", items: {} },
        state: { type: "string", enum: ["open", "closed"] },
        nothing: { type: "string", nullable: true },
      },
    },
    given: {},
    want: {
      text: "unmodelled",
      address: "https://unmodelled.invalid/",
      day: "1970-01-01T00:00:00Z",
      count: 0,
      flag: false,
      list: [],
      state: "open",
      nothing: null,
    },
  },
  {
    name: "what is known stays, and what may be missing stays away",
    schema: {
      type: "object",
      required: ["known"],
      properties: { known: { type: "string" }, optional: { type: "string" } },
    },
    given: { known: "here" },
    want: { known: "here" },
  },
  {
    name: "items and inner objects are filled, references followed",
    schema: { type: "array", items: { $ref: "#/components/schemas/inner" } },
    given: [{ id: 1 }, { id: 2 }],
    want: [
      { id: 1, name: "unmodelled" },
      { id: 2, name: "unmodelled" },
    ],
  },
  {
    name: "of alternatives the fitting one is filled",
    schema: {
      oneOf: [
        { type: "object", required: ["kind"], properties: { kind: { enum: ["a"] } } },
        { $ref: "#/components/schemas/inner" },
      ],
    },
    given: { id: 1 },
    want: { id: 1, name: "unmodelled" },
  },
  {
    name: "all parts of a composition are filled",
    schema: {
      allOf: [
        { $ref: "#/components/schemas/inner" },
        { type: "object", required: ["more"], properties: { more: { type: "boolean" } } },
      ],
    },
    given: { id: 1 },
    want: { id: 1, name: "unmodelled", more: false },
  },
];

test.each(rows)("$name", ({ schema, given, want }) => {
  const inner = {
    type: "object",
    required: ["id", "name"],
    properties: { id: { type: "integer" }, name: { type: "string" } },
  };
  const description = createDescription({
    openapi: "3.0.3",
    paths: {},
    components: { schemas: { inner, subject: schema } },
  });
  expect(complete(description, "/components/schemas/subject", given)).toEqual(want);
});
