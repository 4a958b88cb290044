import type { OpenApiDocument } from "@flex-channels/document";
import { propertyName } from "./literal.ts";
import { isJson, successes } from "./model.ts";
import type {
  MediaTypeModel,
  Model,
  OperationModel,
  ParameterModel,
  ResponseModel,
} from "./model.ts";
import { emitValidators } from "./validators/emit-validators.ts";
import type { ValidatorRequest } from "./validators/emit-validators.ts";
import type { ValidatorDiagnostic } from "./validators/validator-diagnostic.ts";

/**
 * A validator is a value of the name that its type has, so types are reached through a namespace.
 * A type without a name of its own is a path below `operations`, which is imported as it is.
 */
const typeText = (model: Model, type: string): string =>
  model.schemas.some(({ exportName }) => exportName === type) ? `types.${type}` : type;

const withTypes = (text: string, types: readonly string[]): string => {
  const imports = [
    'import type { Checks } from "./validation.ts";\n',
    types.some((type) => type.startsWith("types."))
      ? 'import type * as types from "./schemas.ts";\n'
      : "",
    types.some((type) => type.includes("operations["))
      ? 'import type { operations } from "./types.ts";\n'
      : "",
  ];
  return imports.join("") + text;
};

/** A generated file with what could not be generated. */
export interface ValidatorsFile {
  readonly text: string;
  readonly diagnostics: readonly ValidatorDiagnostic[];
}

const dialectOf = (document: OpenApiDocument): "2020-12" | "openapi-3.0" =>
  document.version === "3.0" ? "openapi-3.0" : "2020-12";

const runtime = "./validation.ts";

/** Validators of one operation: the member's name in the table, and the validator's. */
interface TableRow {
  readonly operation: string;
  readonly members: readonly (readonly [member: string, validator: string])[];
}

const rowsText = (
  rows: readonly TableRow[],
  membersText: (row: TableRow["members"]) => string,
): string =>
  `{\n${rows
    .map(({ operation, members }) => `${propertyName(operation)}: ${membersText(members)}`)
    .join("\n")}\n}`;

const membersText = (
  members: TableRow["members"],
  valueOf: (validator: string) => string = (name) => name,
): string =>
  `{ ${members.map(([key, name]) => `${propertyName(key)}: ${valueOf(name)}`).join(", ")} },`;

/** A table of validators that are reached by two names, `table.operation.member`. */
const tableText = (
  rows: readonly TableRow[],
): { readonly type: string; readonly value: string } => ({
  type: `{\n${rows
    .map(
      ({ operation, members }) =>
        `readonly ${propertyName(operation)}: {\n${members.map(([key, name]) => `readonly ${propertyName(key)}: typeof ${name};`).join("\n")}\n};`,
    )
    .join("\n")}\n}`,
  value: rowsText(rows, (members) => membersText(members)),
});

const checksText = (rows: readonly TableRow[], checkNames: ReadonlyMap<string, string>): string =>
  rowsText(rows, (members) => membersText(members, (name) => checkNames.get(name) ?? name));

const scalars: ReadonlySet<unknown> = new Set(["string", "number", "integer", "boolean"]);

/** A named schema of one scalar type: worth a type guard of its own. */
const isScalar = (value: Model["schemas"][number]["value"]): boolean =>
  typeof value === "object" && scalars.has(value["type"]);

/** `arguments.ts`: a validator for each parameter, and a guard for each named scalar schema. */
export const argumentsFile = (document: OpenApiDocument, model: Model): ValidatorsFile => {
  const requests: ValidatorRequest[] = [];
  for (const { exportName, pointer, value, isRequestView } of model.schemas) {
    if (isRequestView || !isScalar(value)) continue;
    requests.push({
      exportName,
      pointer,
      type: `types.${exportName}`,
      guardName: `is${exportName}`,
    });
  }
  const free = freeNames(requests);
  const rows = model.operations.map((operation): TableRow => ({
    operation: operation.name,
    members: operation.parameters.flatMap((parameter): readonly (readonly [string, string])[] => {
      if (parameter.schemaPointer === undefined) return [];
      const exportName = free(`${operation.name}_${parameter.in}_${identifier(parameter.name)}`);
      requests.push({
        exportName,
        pointer: parameter.schemaPointer,
        type: typeText(model, parameter.type),
      });
      return [[memberName(parameter, operation), exportName]];
    }),
  }));
  const types = requests.map(({ type = "" }) => type);
  const { text, diagnostics, checkNames } = emitValidators({
    root: document.value,
    dialect: dialectOf(document),
    direction: "request",
    schemas: requests,
    importFrom: runtime,
  });
  const table = tableText(rows);
  return {
    diagnostics,
    text: `${withTypes(text, types)}
/** The validator of each parameter, by the operation's name and the parameter's; of a name that an operation has in several places, by \`"query name"\`. */
export const argumentValidators: ${table.type} = ${table.value};

/** The same without the interface of Standard Schema, for a client that must be small. */
export const argumentChecks: Checks = ${checksText(rows, checkNames)};
`,
  };
};

/** `guards.ts`: the guards alone, to be handed on by a client whose types have the validators' names. */
export const guardsText = (model: Model): string => {
  const names = model.schemas
    .filter(({ value, isRequestView }) => !isRequestView && isScalar(value))
    .map(({ exportName }) => `is${exportName}`);
  return names.length === 0
    ? "export {};\n"
    : `export { ${names.join(", ")} } from "./arguments.ts";\n`;
};

const identifier = (name: string): string => name.replaceAll(/[^\p{ID_Continue}$]/gu, "_");

/** Gives each export a name of its own: two parameters may differ in no letter or digit. */
const freeNames = (requests: readonly ValidatorRequest[]): ((wanted: string) => string) => {
  const taken = new Set(
    requests.flatMap(({ exportName, guardName = "" }) => [exportName, guardName]),
  );
  return (wanted) => {
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${count}`;
    taken.add(name);
    return name;
  };
};

/** What reads like a name with its place before it. */
const placed = /^(?:path|query|header|cookie) /;

/**
 * A parameter's member of its operation's table: its name, with its place before it where a
 * parameter in another place has the same one.
 */
const memberName = (parameter: ParameterModel, { parameters }: OperationModel): string => {
  const { in: place, name } = parameter;
  const isShared = parameters.some((other) => other.name === name && other.in !== place);
  return isShared || placed.test(name) ? `${place} ${name}` : name;
};

const jsonContent = (response: ResponseModel): MediaTypeModel | undefined =>
  response.content.find(
    ({ mediaType, schemaPointer }) => isJson(mediaType) && schemaPointer !== undefined,
  );

const responseRows = (
  model: Model,
  operation: OperationModel,
  free: (wanted: string) => string,
): readonly (readonly [string, ValidatorRequest])[] =>
  successes(operation).flatMap((response): readonly (readonly [string, ValidatorRequest])[] => {
    const content = jsonContent(response);
    if (content?.schemaPointer === undefined) return [];
    return [
      [
        response.status,
        {
          exportName: free(`${operation.name}_${identifier(response.status)}`),
          pointer: content.schemaPointer,
          type: typeText(model, content.type),
        },
      ],
    ];
  });

/** `validators.ts`: a validator for each named schema, and for the JSON body of each success. */
export const validatorsFile = (document: OpenApiDocument, model: Model): ValidatorsFile => {
  const named = model.schemas
    .filter(({ isRequestView }) => !isRequestView)
    .map(({ exportName, pointer }): ValidatorRequest => ({
      exportName,
      pointer,
      type: `types.${exportName}`,
    }));
  const free = freeNames(named);
  const operations = model.operations.map((operation) => ({
    operation,
    rows: responseRows(model, operation, free),
  }));
  const responses = operations.flatMap(({ rows }) => rows.map(([, request]) => request));
  const types = [...named, ...responses].map(({ type = "" }) => type);
  const { text, diagnostics, checkNames } = emitValidators({
    root: document.value,
    dialect: dialectOf(document),
    direction: "response",
    schemas: [...named, ...responses],
    importFrom: runtime,
  });
  const tables = operations.map(({ operation, rows }): TableRow => ({
    operation: operation.name,
    members: rows.map(([status, { exportName }]) => [status, exportName]),
  }));
  const table = tableText(tables);
  return {
    diagnostics,
    text: `${withTypes(text, types)}
/** The validator of each success's JSON body (what comes with an error may be anybody's), by the operation's name and the response's key. */
export const responseValidators: ${table.type} = ${table.value};

/** The same without the interface of Standard Schema, for a client that must be small. */
export const responseChecks: Checks = ${checksText(tables, checkNames)};
`,
  };
};
