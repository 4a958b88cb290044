import { Argument, Command } from "commander";
import type { Option } from "commander";
import type { Operation, OperationDocumentation, Parameter } from "@flex-channels/contract";
import type { Catalog } from "./catalog.ts";
import { clientOptions, commonOptions, printOptions } from "./common-options.ts";
import type { CommonOptions } from "./common-options.ts";
import type { Inputs, Invocation } from "./invocation.ts";
import { kebabCase } from "./kebab-case.ts";
import {
  bodyOption,
  describeParameter,
  parameterOptions,
  readBody,
  readParameters,
} from "./operation-options.ts";

const severalNote = "Several are several calls; - or none reads standard input, one a line.";

/** One operation as a command; the same for every operation of every document. */
export function operationCommand(
  operation: Operation,
  catalog: Catalog,
  {
    isPiped,
    invoke,
  }: { readonly isPiped: boolean; readonly invoke: (invocation: Invocation) => void },
): Command {
  const { operationId } = operation;
  const documentation = catalog.documentation[operationId];
  const common = commonOptions();
  const body = bodyOption(operation);
  const own = parameterOptions(operation, documentation, longFlags([...common, body]));
  const path = operation.parameters.filter((parameter) => parameter.in === "path");

  const command = new Command(kebabCase(operationId))
    .summary(documentation?.summary ?? `${operation.method} ${operation.path}`)
    .description(descriptionOf(operation, catalog))
    .allowExcessArguments(false);
  if (operationId !== command.name()) command.alias(operationId);
  for (const [index, parameter] of path.entries()) {
    const isLast = index === path.length - 1;
    const described = describeParameter(parameter, documentation);
    command.addArgument(
      isLast
        ? new Argument(`[${parameter.name}...]`, `${described} ${severalNote}`.trim())
        : new Argument(`<${parameter.name}>`, described),
    );
  }
  for (const option of [...own.map((each) => each.option), body, ...common]) {
    if (option !== undefined) command.addOption(option);
  }

  command.addHelpText("after", () => examplesOf(command.name(), path, documentation));

  return command.action(() => {
    const given = command.opts<CommonOptions & Readonly<Record<string, unknown>>>();
    const inputs = readInputs(command, path, isPiped);
    const read = readBody(operation, given["body"]);
    if (read.kind === "stdin" && inputs.kind === "stdin") {
      command.error("error: standard input can be the body or the list of inputs, not both");
    }
    invoke({
      operationId,
      leading: command.args.slice(0, Math.max(0, path.length - 1)),
      inputs,
      parameters: readParameters(own, given),
      body: read,
      client: clientOptions(given),
      ...printOptions(given),
    });
  });
}

function examplesOf(
  name: string,
  path: readonly Parameter[],
  documentation: OperationDocumentation | undefined,
): string {
  const words = path.map((each) => {
    const example = documentation?.parameters[each.name]?.example;
    return typeof example === "string" ? example : `<${each.name}>`;
  });
  const line = (...rest: readonly string[]): string => ["  flex-channels", name, ...rest].join(" ");
  const lines = [line(...words)];
  if (path.length > 0)
    lines.push(`${line(...words.slice(0, -1), "-")} < list.txt > results.ndjson`);
  return `\nExamples:\n${lines.join("\n")}`;
}

function longFlags(options: readonly (Option | undefined)[]): ReadonlySet<string> {
  const longs = options.map((option) => option?.long).filter((long) => long !== undefined);
  return new Set([...longs, "--progress", "--help", "--version"]);
}

function descriptionOf(operation: Operation, catalog: Catalog): string {
  const { summary, description } = catalog.documentation[operation.operationId] ?? {};
  const request = `${operation.method} ${operation.path}`;
  const state = operation.deprecated ? "Deprecated." : undefined;
  return [summary, request, state, description?.trim()]
    .filter((part) => part !== undefined && part !== "")
    .join("\n\n");
}

function readInputs(command: Command, path: readonly Parameter[], isPiped: boolean): Inputs {
  const last = path.at(-1);
  if (last === undefined) return { kind: "none" };
  const values = command.args.slice(path.length - 1);
  if (values.length === 1 && values[0] === "-") return { kind: "stdin" };
  if (values.includes("-")) command.error("error: - stands alone: standard input has all inputs");
  if (values.length > 0) return { kind: "given", values };
  if (isPiped) return { kind: "stdin" };
  return command.error(
    `error: missing argument '${last.name}'; give it, or pipe a list, one a line`,
  );
}
