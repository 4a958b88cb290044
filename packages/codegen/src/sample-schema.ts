import { isJsonObject } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";

/** Makes a value that a schema allows, as far as it can be told from the schema; for want of an example. */
export type SampleSchema = (schema: JsonValue) => unknown;

/**
 * The sampler looks formats up in a plain object: a format of the name of one of Object's own
 * methods would find that method.
 */
const withoutTraps = <Value extends JsonValue>(value: Value): Value =>
  JSON.parse(JSON.stringify(value), (name, member: unknown) =>
    name === "format" && typeof member === "string" && member in Object.prototype
      ? undefined
      : member,
  ) as Value;

/** openapi-sampler on one document, imported late; a schema that it cannot sample gives `null`. */
export const loadSampler = async (document: JsonObject): Promise<SampleSchema> => {
  const { sample } = await import("openapi-sampler");
  const safeDocument = withoutTraps(document);
  return (schema) => {
    if (!isJsonObject(schema)) return null;
    try {
      return (
        sample(
          withoutTraps(schema),
          { skipWriteOnly: true, quiet: true, maxSampleDepth: 8 },
          safeDocument,
        ) ?? null
      );
    } catch {
      // A cyclic or contradictory schema: an example is a courtesy, the output does without.
      return null;
    }
  };
};
