/** An OpenAPI document with so many operations, each with its own schema, parameter and answer. */
export function syntheticDocument(operationCount: number): object {
  const names = Array.from({ length: operationCount }, (_, index) => `Thing${index}`);
  return {
    openapi: "3.1.0",
    info: { title: `${operationCount} operations`, version: "1.0.0" },
    servers: [{ url: "https://things.example.com" }],
    security: [{ basic: [] }],
    paths: Object.fromEntries(names.map((name) => [`/v1/${name}/{Id}`, { get: operation(name) }])),
    components: {
      securitySchemes: { basic: { type: "http", scheme: "basic" } },
      schemas: Object.fromEntries(names.map((name, index) => [name, schema(names, index)])),
    },
  };
}

function operation(name: string): object {
  return {
    operationId: `fetch${name}`,
    summary: `Fetch one ${name}`,
    parameters: [{ name: "Id", in: "path", required: true, schema: { type: "string" } }],
    responses: {
      200: {
        description: "OK",
        content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
      },
    },
  };
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
