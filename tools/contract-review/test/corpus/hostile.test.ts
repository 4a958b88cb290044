import { expect, it } from "vitest";
import type { JsonObject } from "../../src/json/json-value.ts";
import { messageOf } from "./document.ts";
import { reviewRow } from "./review-row.ts";

/** Objects with one of two properties, as often as wanted: every choice doubles the kinds. */
const choices = (count: number, last: JsonObject): JsonObject => ({
  allOf: Array.from({ length: count }, (_, index) => ({
    anyOf: [
      property(`p${String(index)}`, index === count - 1 ? last : { type: "string" }),
      property(`q${String(index)}`, { type: "integer" }),
    ],
  })),
});

const property = (name: string, schema: JsonObject): JsonObject => ({
  type: "object",
  required: [name],
  properties: { [name]: schema },
});

it("finds the edit in one of thousands of combined choices, and ends", async () => {
  const { bump, findings } = await reviewRow({
    base: messageOf("request", choices(12, { type: "string" })),
    head: messageOf("request", choices(12, { type: "string", maxLength: 3 })),
  });
  const proved = findings.flatMap(({ answer, ruleId }) => (answer === "breaking" ? [ruleId] : []));
  expect({ bump, proved }).toMatchObject({
    bump: "major",
    proved: expect.arrayContaining(["request-body-maxLength"]) as unknown,
  });
});
