import {
  isJsonObject,
  ownString,
  type JsonObject,
  type JsonValue,
  type OpenApiDocument,
} from "@flex-channels/document";
import { examplesBeside } from "./describe-content.ts";
import type { Response } from "./reference.ts";
import { sampleSchema } from "./sample-schema.ts";

/**
 * A value for a parameter: its own example; else what an example answer has under the same name,
 * case and underscores ignored, which is how the mock finds a resource; else one made from the
 * schema.
 */
export function exampleParameter(
  document: OpenApiDocument,
  parameter: JsonObject,
  schema: JsonValue,
  responses: readonly Response[],
): JsonValue {
  const [own] = examplesBeside(document, parameter);
  if (own !== undefined) return own.value;
  const wanted = plain(ownString(parameter, "name") ?? "");
  const answers = responses
    .filter(({ status }) => status.startsWith("2"))
    .flatMap(({ content }) => content)
    .flatMap(({ examples }) => examples.map(({ value }) => value));
  for (const answer of answers) {
    if (!isJsonObject(answer)) continue;
    const found = Object.entries(answer).find(([name]) => plain(name) === wanted);
    if (found !== undefined && typeof found[1] === "string") return found[1];
  }
  return sampleSchema(document, schema);
}

function plain(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
