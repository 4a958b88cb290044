import { isJsonObject } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";

/** Makes a value that a schema allows, as far as it can be told from the schema; for want of an example. */
export type SampleSchema = (schema: JsonValue) => unknown;

const isTrap = (name: string, member: unknown): boolean =>
  name === "format" && typeof member === "string" && member in Object.prototype;

const hasTraps = (value: JsonValue): boolean => {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasTraps);
  return Object.keys(value).some((name) => {
    const member = (value as JsonObject)[name] as JsonValue;
    return isTrap(name, member) || hasTraps(member);
  });
};

/**
 * The sampler looks formats up in a plain object: a format of the name of one of Object's own
 * methods would find that method. A copy costs time, and hardly any document needs one.
 */
const withoutTraps = <Value extends JsonValue>(value: Value): Value =>
  hasTraps(value)
    ? (JSON.parse(JSON.stringify(value), (name, member: unknown) =>
        isTrap(name, member) ? undefined : member,
      ) as Value)
    : value;

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
