import { methodName } from "@flex-channels/codegen";
import type { JsonValue } from "@flex-channels/document";
import { client } from "./client.ts";
import type { Operation, Sample } from "./reference.ts";

/**
 * A call with the generated client: path parameters are its arguments, in the order of the
 * template, and what else must be sent is a member of one object.
 */
export function typescriptSample(operation: Omit<Operation, "samples">): Sample {
  const values = [...pathValues(operation).map(literal), ...inputOf(operation)];
  const call = `${client.variable}.${methodName(operation.name)}(${values.join(", ")})`;
  const lines = [
    `import { ${client.create} } from ${JSON.stringify(client.package)};`,
    "",
    `const ${client.variable} = ${client.create}(); // credentials from the environment`,
    `const result = await ${call};`,
    "",
    "console.log(result);",
  ];
  return { label: "TypeScript", language: "typescript", source: lines.join("\n") };
}

function pathValues({ path, parameters }: Omit<Operation, "samples">): readonly JsonValue[] {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  return inPath
    .toSorted((one, other) => path.indexOf(`{${one.name}}`) - path.indexOf(`{${other.name}}`))
    .map(({ example }) => example);
}

function inputOf({ parameters, body }: Omit<Operation, "samples">): readonly string[] {
  const groups = ["query", "header", "cookie"].flatMap((place) => {
    const members = parameters
      .filter((parameter) => parameter.in === place && parameter.required)
      .map(({ name, example }) => `${memberName(name)}: ${literal(example)}`);
    return members.length === 0 ? [] : [`${place}: { ${members.join(", ")} }`];
  });
  const example = body?.content[0]?.examples[0]?.value;
  const all = example === undefined ? groups : [...groups, `body: ${literal(example)}`];
  return all.length === 0 ? [] : [`{ ${all.join(", ")} }`];
}

function memberName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function literal(value: JsonValue): string {
  return JSON.stringify(value, null, 2);
}
