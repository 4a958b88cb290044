/** How much an operation takes: an identifier in its path, or nine filters and a body as well. */
export type Width = "narrow" | "wide";

/** The query parameters of a wide operation; one more is in its path. */
export const filters: readonly string[] = Array.from({ length: 9 }, (_, index) => `Filter${index}`);

/** An OpenAPI document with so many operations, each with its own schema, parameters and answer. */
export function syntheticDocument(operationCount: number, width: Width): object {
  const names = Array.from({ length: operationCount }, (_, index) => `Thing${index}`);
  return {
    openapi: "3.1.0",
    info: { title: `${operationCount} operations`, version: "1.0.0" },
    servers: [{ url: "https://things.example.com" }],
    security: [{ basic: [] }],
    paths: Object.fromEntries(
      names.map((name) => [
        `/v1/${name}/{Id}`,
        width === "wide" ? { post: wide(name) } : { get: narrow(name) },
      ]),
    ),
    components: {
      securitySchemes: { basic: { type: "http", scheme: "basic" } },
      schemas: Object.fromEntries(names.map((name, index) => [name, schema(names, index)])),
    },
  };
}

const identifier = { name: "Id", in: "path", required: true, schema: { type: "string" } };

function narrow(name: string): object {
  return {
    operationId: `fetch${name}`,
    summary: `Fetch one ${name}`,
    parameters: [identifier],
    responses: { 200: { description: "OK", content: json(name) } },
  };
}

function wide(name: string): object {
  const query = filters.map((filter, index) => ({
    name: filter,
    in: "query",
    required: index === 0,
    description: `Keeps what has this ${filter}.`,
    schema: index % 2 === 0 ? { type: "string" } : { type: "integer" },
  }));
  return {
    ...narrow(name),
    operationId: `change${name}`,
    parameters: [identifier, ...query],
    requestBody: { required: true, content: json(name) },
  };
}

function json(name: string): object {
  return { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
}

/** Each refers to the next, so that schemas do not stand alone. */
function schema(names: readonly string[], index: number): object {
  const next = names[(index + 1) % names.length];
  return {
    type: "object",
    required: ["id", "size"],
    properties: {
      id: { type: "string" },
      size: { type: "integer" },
      state: { type: "string", enum: ["open", "closed", `state-${index}`] },
      next: { $ref: `#/components/schemas/${next}` },
    },
  };
}
