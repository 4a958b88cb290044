import { isJsonObject, type JsonValue, type OpenApiDocument } from "@flex-channels/document";
import { sample } from "openapi-sampler";

/** A value that a schema allows, as far as can be told; `null` where nothing can. */
export function sampleSchema(document: OpenApiDocument, schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return null;
  try {
    const options = { quiet: true, maxSampleDepth: 6 };
    return (sample(schema, options, document.value) ?? null) as JsonValue;
  } catch {
    // A cyclic or contradictory schema: an example is a courtesy.
    return null;
  }
}
