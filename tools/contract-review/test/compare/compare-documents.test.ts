import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/verdict/finding.ts";
import { petsDocument, reviewTexts } from "../sample-review.ts";

const spec = readFileSync(new URL("../../../../spec/openapi.yaml", import.meta.url), "utf8");

async function found(base: string, head: string): Promise<readonly Finding[]> {
  const review = await reviewTexts(base, head);
  return review.comparisons[0]?.findings ?? [];
}

const header = "openapi: 3.1.0\ninfo: { title: a, version: b }\n";

/** Operations that answer with one shared schema. */
function sharing(count: number, schema: string): string {
  const paths = Array.from({ length: count }, (_, index) =>
    [
      `  /p${String(index)}:`,
      "    get:",
      `      operationId: o${String(index)}`,
      '      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/S" } } } } }',
    ].join("\n"),
  );
  return `${header}paths:\n${paths.join("\n")}\ncomponents: { schemas: { S: ${schema} } }\n`;
}

describe("compareDocuments", () => {
  it("finds nothing between a document and itself", async () => {
    expect(await found(spec, spec)).toEqual([]);
  });

  it("finds nothing where keys are reordered", async () => {
    const value = JSON.stringify(reversed(JSON.parse(await asJson(spec))));
    expect(await found(await asJson(spec), value)).toEqual([]);
  });

  it("tells one cause once, and lists the operations that show it", async () => {
    const [finding, ...others] = await found(
      sharing(50, "{ type: string, maxLength: 5 }"),
      sharing(50, "{ type: string, maxLength: 9 }"),
    );
    expect(others).toEqual([]);
    expect(finding?.ruleId).toBe("response-body-maxLength");
    expect(finding?.operations).toHaveLength(50);
  });

  it("tells two properties of one keyword as two causes", async () => {
    const findings = await found(
      sharing(2, "{ type: object, required: [a, b], properties: { a: {}, b: {} } }"),
      sharing(2, "{ type: object, properties: { a: {}, b: {} } }"),
    );
    const breaking = findings.filter(({ answer }) => answer === "breaking");
    expect(breaking.map(({ instanceLocation }) => instanceLocation)).toEqual([
      "/200/body/application~1json/a",
      "/200/body/application~1json/b",
    ]);
    expect(new Set(breaking.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it.each(["__proto__", "constructor", "toString", "a/b~c", "*", "", "😀", "a b"])(
    "holds a parameter by the name %j",
    async (name) => {
      const findings = await found(
        petsDocument({ name }),
        petsDocument({ name, limit: "maximum: 50" }),
      );
      expect(findings.map(({ ruleId }) => ruleId)).toEqual(["request-query-maximum"]);
    },
  );

  it.each([
    {
      name: "a schema that is its own branch",
      given: "{ anyOf: [{ $ref: '#/components/schemas/S' }, { type: string }] }",
    },
    {
      name: "a list of itself",
      given: "{ type: array, items: { $ref: '#/components/schemas/S' } }",
    },
    {
      name: "branches in branches",
      given: `{ allOf: [${Array.from({ length: 12 }, (_, index) => `{ anyOf: [{ minLength: ${String(index)} }, { type: integer }] }`).join(", ")}] }`,
    },
    { name: "a pattern that backtracks", given: '{ type: string, pattern: "^(a+)+$" }' },
    {
      name: "a long enumeration",
      given: `{ enum: [${Array.from({ length: 5000 }, (_, index) => String(index)).join(", ")}] }`,
    },
  ])("comes to an end with $name", async ({ given }) => {
    const findings = await found(sharing(1, given), sharing(1, "{ type: boolean }"));
    expect(findings.length).toBeGreaterThan(0);
    expect(await found(sharing(1, given), sharing(1, given))).toEqual([]);
  });

  it("comes to an end with a chain of references longer than the stack", async () => {
    const chain = (end: string): string =>
      `${sharing(1, "{ type: object, properties: { n: { $ref: '#/components/schemas/S0' } } }").replace(/ \} \}\n$/, "")}, ${Array.from(
        { length: 4_000 },
        (_, index) =>
          `S${String(index)}: { type: object, properties: { n: { $ref: '#/components/schemas/S${String(index + 1)}' } } }`,
      ).join(", ")}, S4000: ${end} } }\n`;
    const findings = await found(chain("{ type: string }"), chain("{ type: integer }"));
    expect(findings.map(({ bump }) => bump)).toContain("major");
  });

  it("admits what no schema shows", async () => {
    const form = (encoding: string): string =>
      `${header}paths: { /p: { post: { operationId: a, requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { a: {} } }${encoding} } } }, responses: { "204": { description: ok } } } } }\n`;
    const findings = await found(form(""), form(", encoding: { a: { contentType: text/csv } }"));
    expect(findings.map(({ ruleId, answer, bump }) => [ruleId, answer, bump])).toEqual([
      ["request-body-encoding", "undecided", "major"],
    ]);
  });
});

async function asJson(text: string): Promise<string> {
  const { parse } = await import("yaml");
  return JSON.stringify(parse(text));
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
