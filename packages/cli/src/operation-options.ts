import { Option } from "commander";
import type { Operation, OperationDocumentation, Parameter } from "@flex-channels/contract";
import { constraintsOf } from "./constraints.ts";
import type { Body, OperationParameters } from "./invocation.ts";
import { kebabCase } from "./kebab-case.ts";
import { isList, parameterValue, typeName } from "./parameter-value.ts";

/** A parameter beside the path, and the option that stands for it. */
export interface ParameterOption {
  readonly parameter: Parameter;
  readonly option: Option;
}

/** The options of an operation's own parameters. `taken` are the long flags of all commands. */
export function parameterOptions(
  operation: Operation,
  documentation: OperationDocumentation | undefined,
  taken: ReadonlySet<string>,
): readonly ParameterOption[] {
  const used = new Set(taken);
  return operation.parameters
    .filter((parameter) => parameter.in !== "path")
    .map((parameter) => {
      const plain = `--${kebabCase(parameter.name)}`;
      const flag = used.has(plain) ? `--${parameter.in}-${kebabCase(parameter.name)}` : plain;
      used.add(flag);
      const option = new Option(
        `${flag} <${typeName(parameter.schema)}${isList(parameter.schema) ? "..." : ""}>`,
        describeParameter(parameter, documentation),
      );
      option.makeOptionMandatory(parameter.required);
      return { parameter, option: option.helpGroup("Parameters:") };
    });
}

/** What the document says of a parameter, and what it demands. */
export function describeParameter(
  { name, schema }: Parameter,
  documentation: OperationDocumentation | undefined,
): string {
  const { description = "", example } = documentation?.parameters[name] ?? {};
  const demands = constraintsOf(schema);
  return [
    description.replaceAll(/\s+/g, " ").trim(),
    demands.length > 0 ? `(${demands.join(", ")})` : "",
    example === undefined ? "" : `e.g. ${JSON.stringify(example)}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** The values of those options, by where they go. */
export function readParameters(
  options: readonly ParameterOption[],
  given: Readonly<Record<string, unknown>>,
): OperationParameters {
  const places: Record<string, Record<string, unknown>> = {};
  for (const { parameter, option } of options) {
    const words = wordsOf(given[option.attributeName()]);
    if (words === undefined) continue;
    const { items = {} } = parameter.schema;
    const place = (places[parameter.in] ??= {});
    place[parameter.name] = Array.isArray(words)
      ? words.map((word) => parameterValue(word, items))
      : parameterValue(words, parameter.schema);
  }
  return places;
}

/** What commander keeps for an option of ours: one word, or the words of a list. */
function wordsOf(value: unknown): string | string[] | undefined {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.filter((word) => typeof word === "string") : undefined;
}

/** The option for a request body, if the operation takes one. */
export function bodyOption({ requestBody }: Operation): Option | undefined {
  if (requestBody === undefined) return undefined;
  const types = requestBody.content.join(" or ");
  const option = new Option("--body <text>", `${types}; @file reads a file, - standard input`);
  return option.makeOptionMandatory(requestBody.required).helpGroup("Parameters:");
}

export function readBody({ requestBody }: Operation, given: unknown): Body {
  if (requestBody === undefined || typeof given !== "string") return { kind: "none" };
  const isJson = /[/+]json\b/.test(requestBody.content[0] ?? "application/json");
  if (given === "-") return { kind: "stdin", isJson };
  if (given.startsWith("@")) return { kind: "file", file: given.slice(1), isJson };
  return { kind: "text", text: given, isJson };
}
