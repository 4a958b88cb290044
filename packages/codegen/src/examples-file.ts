import { propertyName, valueLiteral } from "./literal.ts";
import { isJson } from "./model.ts";
import type { HeaderModel, MediaTypeModel, Model, OperationModel, ResponseModel } from "./model.ts";
import type { SampleSchema } from "./sample-schema.ts";
import { typeImports } from "./type-imports.ts";

/** The media type whose example stands for the response: JSON first, as a client asks for it. */
const preferred = (response: ResponseModel): MediaTypeModel | undefined =>
  response.content.find(({ mediaType }) => isJson(mediaType)) ?? response.content[0];

const headerText = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** Headers that the document gives an example for: a made-up header value would only mislead. */
const headersOf = (headers: readonly HeaderModel[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    headers.flatMap(({ name, example }) =>
      example === undefined ? [] : [[name, headerText(example.value)]],
    ),
  );

/** A range or `default` has no code of its own; its first code stands for it. */
const representative = (status: string): number => {
  if (/^\d{3}$/.test(status)) return Number(status);
  return /^[1-5]XX$/i.test(status) ? Number(status.charAt(0)) * 100 : 500;
};

const statusOf = (response: ResponseModel, body: unknown): number => {
  const told =
    typeof body === "object" && body !== null && "status" in body ? body.status : undefined;
  const code = typeof told === "number" && /^\d{3}$/.test(String(told)) ? told : undefined;
  const fits =
    code !== undefined &&
    (response.status === "default" || String(code).charAt(0) === response.status.charAt(0)) &&
    !/^\d{3}$/.test(response.status);
  return fits ? code : representative(response.status);
};

interface ExampleEntry {
  readonly status: string;
  readonly type: string;
  readonly text: string;
}

const exampleEntry = (response: ResponseModel, sample: SampleSchema): ExampleEntry => {
  const content = preferred(response);
  const given = content?.example;
  const made =
    given === undefined && content?.schema !== undefined
      ? { value: sample(content.schema) }
      : undefined;
  const body = (given ?? made)?.value;
  const type = content?.type ?? "undefined";
  const members = {
    status: statusOf(response, body),
    headers: headersOf(response.headers),
    ...(content === undefined ? {} : { mediaType: content.mediaType }),
    synthetic: made !== undefined,
  };
  const literal = valueLiteral(members).slice(1, -1);
  // The document's examples are checked against their schemas before anything is generated; the
  // compiler, which widens literals and refuses extra members, would judge them by other rules.
  return {
    status: response.status,
    type,
    text: `{${literal}, body: ${valueLiteral(body)} as unknown as ${type}}`,
  };
};

/** `examples.ts`: an example answer for each declared response, for mocks and tests. */
export const examplesText = (model: Model, sample: SampleSchema): string => {
  const entries = model.operations.map((operation: OperationModel) => ({
    name: operation.name,
    examples: operation.responses.map((response) => exampleEntry(response, sample)),
  }));
  const typeOf = entries.map(
    ({ name, examples }) =>
      `readonly ${propertyName(name)}: {\n${examples.map(({ status, type }) => `readonly ${propertyName(status)}: Example<${type}>;`).join("\n")}\n};`,
  );
  const values = entries.map(
    ({ name, examples }) =>
      `${propertyName(name)}: {\n${examples.map(({ status, text }) => `${propertyName(status)}: ${text},`).join("\n")}\n},`,
  );
  const types = entries.flatMap(({ examples }) => examples.map(({ type }) => type));
  const imports =
    types.length === 0
      ? ""
      : `import type { Example } from "./operation.ts";\n${typeImports(model, types)}`;
  return `${imports}

/** Keyed by the name of the client's method, then by status code, range or \`default\`. */
export const examples: {
${typeOf.join("\n")}
} = {
${values.join("\n")}
};
`;
};
