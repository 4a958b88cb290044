/** A document with nothing of the real one: two tags, bodies, parameters of all places, nesting, alternatives. */
export const shopDocument = `
openapi: 3.1.1
info: { title: Shop, version: 2.0.0 }
servers: [{ url: https://shop.example.com/api/ }]
security: [{ key: [] }]
tags: [{ name: Orders, description: What was bought }]
paths:
  /orders/{shop-id}/{id}:
    post:
      operationId: update-order
      summary: Update an order
      tags: [Orders]
      deprecated: true
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer, minimum: 1 }, example: 7 }
        - { name: shop-id, in: path, required: true, schema: { type: string, enum: [north, south] } }
        - { name: dry run, in: query, required: true, schema: { type: boolean, default: false } }
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
        - { name: X-Trace, in: header, required: true, schema: { type: string }, example: it's }
        - { name: session, in: cookie, required: true, schema: { type: string }, example: s1 }
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/Order" }
            example: { note: "it's", lines: [] }
      responses:
        "200":
          description: Updated
          content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } }
        default: { description: Anything else }
  /health:
    get:
      security: []
      responses:
        "204": { description: Well }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
  schemas:
    Order:
      allOf:
        - { type: object, required: [lines], properties: { note: { type: string, maxLength: 20 } } }
        - { $ref: "#/components/schemas/Lines" }
    Lines:
      type: object
      properties:
        lines:
          type: array
          items: { $ref: "#/components/schemas/Line" }
    Line:
      type: object
      properties:
        kind: { const: line }
        bundle: { type: array, items: { $ref: "#/components/schemas/Line" } }
        price:
          oneOf:
            - { type: number, exclusiveMinimum: 0 }
            - { type: object, properties: { currency: { type: string, examples: [EUR] } } }
`;
