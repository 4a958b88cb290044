import type { JsonValue } from "../json.ts";

/**
 * What an example of a parameter or header may mean. It should be the value itself, and is often
 * the text as it is sent (OpenAPI 3.0 §4.7.12.3): a text is therefore also read as what it says.
 */
export function serializedReadings(example: JsonValue): readonly JsonValue[] {
  if (typeof example !== "string") return [example];
  const items = example.split(",");
  return [
    example,
    ...scalarReadings(example),
    items,
    items.map((item) => scalarReadings(item)[0] ?? item),
  ];
}

function scalarReadings(text: string): readonly JsonValue[] {
  if (text === "true" || text === "false") return [text === "true"];
  if (text === "null") return [null];
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? [Number(text)] : [];
}
