import { childPointer, isJsonObject, own, parsePointer, valueAt } from "@flex-channels/document";
import type {
  JsonObject,
  JsonValue,
  OpenApiDocument,
  OperationEntry,
} from "@flex-channels/document";
import { reservedExports } from "./index-file.ts";
import type { SchemaModel } from "./model.ts";
import { methodName, pascalCase, uniqueNames } from "./names.ts";
import { membersOf } from "./reader.ts";
import type { RequestViews } from "./request-views.ts";

export const isSchema = (value: JsonValue | undefined): value is JsonObject | boolean =>
  isJsonObject(value) || typeof value === "boolean";

/** Names that mean something else where the output names a schema: its type parameters, and the platform's. */
const usedNames: readonly string[] = [
  "Failure",
  "Meta",
  "NonNullable",
  "Options",
  "Promise",
  "Readonly",
  "Record",
  "Uint8Array",
];

const schemasPointer = "/components/schemas";

interface NamedSchema {
  /** As a member of `components.schemas` in the generated types. */
  readonly name: string;
  /** What the name of its exported type is made of. */
  readonly word: string;
  readonly pointer: string;
  readonly value: JsonObject | boolean;
}

/** Schemas of other files that are referred to: each is called by its last name, or its file's. */
const externalSchemas = (
  document: OpenApiDocument,
  given: ReadonlyMap<string, string>,
): readonly NamedSchema[] =>
  [...given]
    .filter(([pointer]) => pointer.startsWith("/x-external/"))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([pointer, name]) => {
      const value = valueAt(document.value, pointer);
      const [, file = "", ...inside] = parsePointer(pointer) ?? [];
      const word = inside.at(-1) ?? file.replace(/^.*\//, "").replace(/\.\w+$/, "");
      return isSchema(value) ? [{ name, word, pointer, value }] : [];
    });

/**
 * The schemas of the document that have names, and those of other files that it refers to.
 *
 * @param given Names of schemas outside `components`, by pointer.
 */
export const schemasOf = (
  document: OpenApiDocument,
  operations: readonly OperationEntry[],
  views: RequestViews,
  given: ReadonlyMap<string, string>,
): readonly SchemaModel[] => {
  const components = membersOf(own(own(document.value, "components"), "schemas"));
  const schemas = components.flatMap(([name, value]): readonly NamedSchema[] =>
    isSchema(value)
      ? [{ name, word: name, pointer: childPointer(schemasPointer, name), value }]
      : [],
  );
  const all = [...schemas, ...externalSchemas(document, given)];
  const viewOf = ({ name, word }: NamedSchema): readonly (readonly [string, string])[] => {
    const view = views.get(name);
    return view === undefined ? [] : [[view, name === word ? view : `${word}Request`]];
  };
  const inputs = operations.map(({ name }) => `${pascalCase(methodName(name))}Input`);
  // The document's own names are given away first: a view takes none from them, nor does a file.
  const words = new Map([
    ...all.map(({ name, word }) => [name, word] as const),
    ...all.flatMap(viewOf),
  ]);
  const names = uniqueNames(
    [...words.keys()],
    (name) => pascalCase(words.get(name) ?? name),
    new Set([...reservedExports, ...usedNames, ...inputs]),
  );
  const modelOfSchema = (
    name: string,
    { pointer, value }: NamedSchema,
    isRequestView: boolean,
  ) => ({
    name,
    exportName: names.get(name) ?? name,
    pointer,
    value,
    isRequestView,
  });
  return all.flatMap((schema) => [
    modelOfSchema(schema.name, schema, false),
    ...viewOf(schema).map(([view]) => modelOfSchema(view, schema, true)),
  ]);
};
