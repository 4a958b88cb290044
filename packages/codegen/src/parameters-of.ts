import { childPointer, isJsonObject, own, ownString } from "@flex-channels/document";
import type { OperationEntry } from "@flex-channels/document";
import { stringLiteral } from "./literal.ts";
import type { ParameterModel } from "./model.ts";
import { argumentName } from "./names.ts";
import { operationsPath } from "./operations-path.ts";
import { optional } from "./optional.ts";
import type { Reader } from "./reader.ts";

/** The group of a place is optional in the generated types where none of its parameters is required. */
const parameterPath = (key: string, place: ParameterModel["in"], name: string): string => {
  const group = operationsPath(key, '"parameters"', stringLiteral(place));
  return `${place === "path" ? group : `NonNullable<${group}>`}[${stringLiteral(name)}]`;
};

const styles = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

const isPlace = (text: string | undefined): text is ParameterModel["in"] =>
  text !== undefined && Object.hasOwn(styles, text);

/** Path parameters in the order of the template, then the others in the document's order. */
const inTemplateOrder = (
  path: string,
  parameters: readonly ParameterModel[],
): readonly ParameterModel[] => {
  const position = ({ in: place, name }: ParameterModel): number =>
    place === "path" ? path.indexOf(`{${name}}`) : path.length;
  return parameters.toSorted((a, b) => position(a) - position(b));
};

/** The parameters of one operation; `key` is its member of `operations` in the generated types. */
export const parametersOf = (
  reader: Reader,
  entry: OperationEntry,
  key: string,
): readonly ParameterModel[] => {
  const taken = new Set(["options"]);
  const models = entry.parameters.flatMap((located): readonly ParameterModel[] => {
    const place = ownString(located.value, "in");
    const name = ownString(located.value, "name");
    if (name === undefined || !isPlace(place)) return [];
    // A parameter has a schema or one media type (OpenAPI 3.1 §4.8.12).
    const holder = reader.members(located, "content")[0]?.[1] ?? located;
    const schema = reader.member(holder, "schema");
    const argument = place === "path" ? argumentName(name, taken) : name;
    if (place === "path") taken.add(argument);
    const style = ownString(located.value, "style") ?? styles[place];
    const explode = own(located.value, "explode");
    return [
      {
        name,
        in: place,
        argument,
        required: place === "path" || own(located.value, "required") === true,
        deprecated: own(located.value, "deprecated") === true,
        style,
        explode: typeof explode === "boolean" ? explode : style === "form",
        allowReserved: own(located.value, "allowReserved") === true,
        ...optional("description", ownString(located.value, "description")),
        schema: isJsonObject(schema?.value) ? schema.value : {},
        ...(schema === undefined ? {} : { schemaPointer: childPointer(holder.pointer, "schema") }),
        type: reader.schemaType(holder, parameterPath(key, place, name), "response"),
        ...optional("example", reader.example(located)?.value),
      },
    ];
  });
  return inTemplateOrder(entry.path, models);
};
