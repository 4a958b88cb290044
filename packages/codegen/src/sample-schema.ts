import { isJsonObject } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";

/** Makes a value that a schema allows, as far as it can be told from the schema; for want of an example. */
export type SampleSchema = (schema: JsonValue) => unknown;

/** openapi-sampler on one document, imported late; a schema that it cannot sample gives `null`. */
export const loadSampler = async (document: JsonObject): Promise<SampleSchema> => {
  const { sample } = await import("openapi-sampler");
  return (schema) => {
    if (!isJsonObject(schema)) return null;
    try {
      return (
        sample(schema, { skipWriteOnly: true, quiet: true, maxSampleDepth: 8 }, document) ?? null
      );
    } catch {
      // A cyclic or contradictory schema: an example is a courtesy, the output does without.
      return null;
    }
  };
};
