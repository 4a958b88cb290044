import type { ParameterSchema } from "@flex-channels/contract";

/**
 * A word of the command line as the JSON that a parameter takes. What does not fit its type stays
 * text: the client judges it, and says what it expected.
 */
export function parameterValue(text: string, schema: ParameterSchema): unknown {
  const types = typesOf(schema);
  if (types.includes("object")) return parseJson(text) ?? text;
  const isNumeric = types.includes("integer") || types.includes("number");
  if (isNumeric && /^-?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?$/.test(text)) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}

/** True where an option may be given several times. */
export function isList(schema: ParameterSchema): boolean {
  return typesOf(schema).includes("array");
}

/** The type as a placeholder in a help text. */
export function typeName(schema: ParameterSchema): string {
  const named = isList(schema) ? (schema.items ?? {}) : schema;
  return typesOf(named).find((type) => type !== "null") ?? "value";
}

function typesOf({ type }: ParameterSchema): readonly string[] {
  return [type ?? []].flat();
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
