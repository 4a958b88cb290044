import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonArray, isJsonObject, own } from "../json.ts";
import { childPointer, parsePointer } from "../json-pointer.ts";
import type { Located } from "../openapi-document.ts";
import { resolveObject } from "../resolve-reference.ts";
import type { RuleContext } from "../rules/rule.ts";
import type { Direction } from "./lower-schema.ts";
import { serializedReadings } from "./serialized-readings.ts";

/** A value that a schema of the document must accept. */
export interface ExampleEntry {
  readonly pointer: string;
  /** Pointer of the schema. */
  readonly schema: string;
  /** What the value may mean; it is valid if one of them is. */
  readonly readings: readonly JsonValue[];
  readonly direction: Direction;
  readonly isDefault: boolean;
}

/** Every example and default of the document with the schema it stands under. */
export function listExamples(context: RuleContext): readonly ExampleEntry[] {
  const { survey } = context;
  return [
    ...survey.of("Schema").flatMap((schema) => schemaExamples(context, schema)),
    ...survey.of("Media Type").flatMap((media) => {
      const direction = directionOf(media.pointer);
      const isJson = /^(?:application\/|text\/)?(?:.*\+)?json\b|^\*\/\*$/i.test(
        lastToken(media.pointer),
      );
      return exampleFields(context, media, direction, (value) =>
        // A text under another media type is the body as it is sent, not its value.
        isJson || typeof value !== "string" ? [value] : [],
      );
    }),
    ...survey
      .of("Parameter")
      .flatMap((entry) => exampleFields(context, entry, "request", serializedReadings)),
    ...survey
      .of("Header")
      .flatMap((entry) =>
        exampleFields(context, entry, directionOf(entry.pointer), serializedReadings),
      ),
  ];
}

/** Who sends what stands at a place; a component may be used by both. */
function directionOf(pointer: string): Direction {
  if (/\/(?:requestBody|requestBodies\/[^/]*)\//.test(pointer)) return "request";
  if (/\/responses\/[^/]*\//.test(pointer)) return "response";
  return "either";
}

function lastToken(pointer: string): string {
  return parsePointer(pointer)?.at(-1) ?? "";
}

function schemaExamples(
  { version }: RuleContext,
  { value, pointer }: Located<JsonObject>,
): readonly ExampleEntry[] {
  // In 3.0 what stands beside $ref is not there.
  if (version === "3.0" && Object.hasOwn(value, "$ref")) return [];
  const entry = (keyword: string, example: JsonValue, place: string): ExampleEntry => ({
    pointer: place,
    schema: pointer,
    readings: [example],
    direction: "either",
    isDefault: keyword === "default",
  });
  const single = ["default", "example"].flatMap((keyword) => {
    const example = own(value, keyword);
    return example === undefined ? [] : [entry(keyword, example, childPointer(pointer, keyword))];
  });
  const examples = version === "3.0" ? undefined : own(value, "examples");
  const several = isJsonArray(examples) ? examples : [];
  return [
    ...single,
    ...several.map((example, index) =>
      entry("examples", example, childPointer(`${pointer}/examples`, index)),
    ),
  ];
}

/** `example` and `examples` of a Parameter, a Header or a Media Type. */
function exampleFields(
  { root }: RuleContext,
  { value, pointer }: Located<JsonObject>,
  direction: Direction,
  read: (value: JsonValue) => readonly JsonValue[],
): readonly ExampleEntry[] {
  if (own(value, "schema") === undefined) return [];
  const entries: ExampleEntry[] = [];
  const add = (example: JsonValue | undefined, place: string): void => {
    const readings = example === undefined ? [] : read(example);
    const schema = childPointer(pointer, "schema");
    if (readings.length === 0) return;
    entries.push({ pointer: place, schema, readings, direction, isDefault: false });
  };
  add(own(value, "example"), childPointer(pointer, "example"));
  const examples = own(value, "examples");
  for (const name of Object.keys(isJsonObject(examples) ? examples : {})) {
    const found = resolveObject({ value: root }, childPointer(`${pointer}/examples`, name));
    if (found === undefined) continue;
    for (const field of ["value", "dataValue"]) {
      add(own(found.value, field), childPointer(found.pointer, field));
    }
  }
  return entries;
}
