import {
  isJsonObject,
  resolveReference,
  type JsonValue,
  type OpenApiDocument,
} from "@flex-channels/document";

/** What is meant where a document may write a reference instead (OpenAPI 3.1 §4.8.23). */
export function resolved(document: OpenApiDocument, written: JsonValue): JsonValue {
  const isReference = isJsonObject(written) && Object.hasOwn(written, "$ref");
  return isReference ? resolveReference(document, written).value : written;
}
