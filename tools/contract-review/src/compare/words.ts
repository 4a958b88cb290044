/** Members of OpenAPI's objects that are words for readers, wherever they stand. */
export const objectWords: ReadonlySet<string> = new Set([
  "summary",
  "description",
  "externalDocs",
  "example",
  "examples",
  "tags",
  "links",
  "bearerFormat",
]);

/** Keywords that annotate and constrain nothing (JSON Schema Validation §9, OpenAPI 3.1 §4.8.24). */
export const schemaWords: ReadonlySet<string> = new Set([
  "title",
  "description",
  "examples",
  "example",
  "externalDocs",
  "$comment",
]);

/** Whether a member constrains no message in any object. */
export function isWord(name: string): boolean {
  return objectWords.has(name) || schemaWords.has(name);
}
