import findings from "@flex-channels/contract-review/findings.schema.json" with { type: "json" };
import { limits } from "./limits.ts";

const { $schema, $defs, ...review } = findings;

const text = (maxLength: number): object => ({ type: "string", maxLength });

/** The shape of a result. A reader that trusts nobody needs it as much as the writer. */
export const analysisSchema: object = {
  $schema,
  type: "object",
  required: ["formatVersion", "isTouched", "outcome", "omitted", "problems", "checks"],
  additionalProperties: false,
  properties: {
    formatVersion: { const: 1 },
    commit: { type: "string", pattern: "^[0-9a-f]{40,64}$" },
    pull: { type: "integer", minimum: 1, maximum: 2 ** 31 },
    isTouched: { type: "boolean" },
    omitted: { type: "integer", minimum: 0, maximum: 1_000_000 },
    outcome: {
      oneOf: [
        {
          type: "object",
          required: ["kind", "review"],
          additionalProperties: false,
          properties: { kind: { const: "reviewed" }, review: { $ref: "#/$defs/review" } },
        },
        {
          type: "object",
          required: ["kind", "output"],
          additionalProperties: false,
          properties: { kind: { const: "unreadable" }, output: text(limits.output) },
        },
      ],
    },
    problems: {
      type: "array",
      maxItems: limits.problems,
      items: {
        type: "object",
        required: ["code", "message", "file", "line", "column"],
        additionalProperties: false,
        properties: {
          code: { type: "string", pattern: "^[a-z0-9-]{1,60}$" },
          message: text(2000),
          file: text(1000),
          line: { type: "integer", minimum: 1 },
          column: { type: "integer", minimum: 1 },
        },
      },
    },
    checks: {
      type: "array",
      maxItems: 50,
      items: {
        type: "object",
        required: ["name", "passed", "output"],
        additionalProperties: false,
        properties: {
          name: { type: "string", pattern: "^[a-z0-9-]{1,60}$" },
          passed: { type: "boolean" },
          output: text(limits.output),
        },
      },
    },
  },
  $defs: { ...$defs, review },
};
