import { isJsonArray, isJsonObject } from "../json.ts";
import type { OperationId } from "../operations.ts";
import { operations } from "../operations.ts";
import type { Description, Followed } from "./description.ts";

/** An operation and the requests that mean it. */
export interface Route {
  readonly operation: OperationId;
  /** In lower case, as the description has it. */
  readonly method: string;
  readonly template: string;
  /** Pointer of the operation in the description. */
  readonly pointer: string;
  readonly expression: RegExp;
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** Pointer of its schema. */
  readonly schema: string;
  readonly type: string | undefined;
}

/** The routes of a description, those with more literal segments first. */
export function listRoutes(description: Description): readonly Route[] {
  const paths = description.document["paths"];
  const routes = Object.entries(isJsonObject(paths) ? paths : {}).flatMap(([template, item]) =>
    Object.entries(isJsonObject(item) ? item : {}).map(([method, value]) => {
      const pointer = `/paths/${template.replaceAll("/", "~1")}/${method}`;
      const operation = isJsonObject(value) ? value["operationId"] : undefined;
      if (typeof operation !== "string" || !isPlayed(operation)) {
        throw new Error(
          `${pointer}: nobody plays ${JSON.stringify(operation)}. Cut the slice again.`,
        );
      }
      const parameters = parametersOf(description, pointer);
      return {
        operation,
        method,
        template,
        pointer,
        expression: expressionOf(template, parameters),
        parameters: parameters.map(({ parameter }) => parameter),
      };
    }),
  );
  const literals = ({ template }: Route): number =>
    template.split("/").filter((segment) => !segment.startsWith("{")).length;
  return routes.toSorted((left, right) => literals(right) - literals(left));
}

function isPlayed(operation: string): operation is OperationId {
  return Object.hasOwn(operations, operation);
}

function parametersOf(
  description: Description,
  operation: string,
): readonly { readonly parameter: Parameter; readonly found: Followed }[] {
  const list = description.follow(operation)?.value["parameters"];
  return (isJsonArray(list) ? list : []).map((_, index) => {
    const found = description.follow(`${operation}/parameters/${String(index)}`);
    if (found === undefined) throw new Error(`${operation}: parameter ${String(index)} is missing`);
    const schema = description.follow(`${found.pointer}/schema`);
    const type = schema?.value["type"];
    const parameter: Parameter = {
      name: textAt(found, "name"),
      in: textAt(found, "in"),
      required: found.value["required"] === true,
      schema: schema?.pointer ?? `${found.pointer}/schema`,
      type: typeof type === "string" ? type : undefined,
    };
    return { parameter, found };
  });
}

function textAt({ pointer, value }: Followed, name: string): string {
  const text = value[name];
  if (typeof text !== "string") throw new Error(`${pointer}: expected a text in ${name}`);
  return text;
}

/**
 * `x-multi-segment` is GitHub's word for a path parameter that may hold slashes. Literal segments
 * are letters, digits, `-` and `_`: nothing to escape.
 */
function expressionOf(
  template: string,
  parameters: readonly { readonly parameter: Parameter; readonly found: Followed }[],
): RegExp {
  const source = template
    .split("/")
    .map((segment) => {
      const name = /^\{(.+)\}$/.exec(segment)?.[1];
      if (name === undefined) return segment;
      const { found } = parameters.find(({ parameter }) => parameter.name === name) ?? {};
      return `(?<${name}>${found?.value["x-multi-segment"] === true ? ".+" : "[^/]+"})`;
    })
    .join("/");
  return new RegExp(`^${source}$`);
}
