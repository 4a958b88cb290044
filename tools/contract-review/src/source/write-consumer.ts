import type ts from "typescript";
import { baseFolder, contractFolder } from "./compiler.ts";
import { type Method, methodsOf } from "./list-methods.ts";
import { mayBeAbsent, mayBeNull, shapeOf } from "./type-shape.ts";
import { type CodeWriter, type Consumer, createCodeWriter } from "./usage.ts";

/** How deep a result is read and an argument is written out. */
const MOST_DEPTH = 8;

/**
 * A consumer of the base's client: calls every method with every argument, reads every property of
 * every result, and switches over every status and every enumeration.
 */
export function writeConsumer(program: ts.Program): Consumer {
  const checker = program.getTypeChecker();
  const writer = createCodeWriter();
  writer.write(`import type { Client, SafeClient } from "${contractFolder}/client.ts";`);
  writer.write(`import type * as Base from "${baseFolder}/client.ts";`);
  // Options of a call with a member of their own: what else is given and not known is an error.
  writer.write("interface Options { readonly timeoutMs?: number }");
  writer.write("declare const client: Client<Options>;");
  writer.write("declare const either: boolean;");
  writer.write('declare const safe: SafeClient<Options, object, { readonly kind: "failure" }>;');
  for (const method of methodsOf(program, checker)) {
    if (!writer.isFull()) writeMethod(checker, writer, method);
  }
  return writer.finish();
}

function writeMethod(checker: ts.TypeChecker, writer: CodeWriter, method: Method): void {
  const { name, operation } = method;
  const callee = isPlain(name) ? `client.${name}` : `client[${JSON.stringify(name)}]`;
  const usage = { kind: "call", operation, path: [], shown: `await ${callee}(…)` } as const;
  const place = { checker, writer, operation, callee };
  // A function a method: the compiler follows the flow of one function only so far.
  writer.write("async () => {");
  const required = method.parameters.filter(({ isOptional }) => !isOptional);
  if (required.length < method.parameters.length) {
    writer.write(`await ${callee}(`, usage);
    writeArguments(place, method, required, false);
    writer.write(");", usage);
  }
  writer.write(`const result = await ${callee}(`, usage);
  writeArguments(place, method, method.parameters, true);
  writer.write(");", usage);
  const path = `Awaited<ReturnType<Base.Client<Options>[${JSON.stringify(name)}]>>`;
  readType(place, method.result, "result", path, [], undefined, 0);
  writer.write("};");
  if (method.statuses.length === 0) return;
  const status = {
    kind: "status",
    operation,
    path: ["status"],
    shown: `switch (status) { ${method.statuses.map((code) => `case ${code}:`).join(" … ")} … }`,
  } as const;
  const type = `Awaited<ReturnType<typeof safe[${JSON.stringify(name)}]>>`;
  writer.write(`(result: ${type}) => {`);
  writer.write('if (result.kind !== "success") return;');
  writer.write("const { status } = result;");
  writer.write("switch (status) {", status);
  for (const code of method.statuses) writer.write(`  case ${code}: break;`, status);
  writer.write("  default: { const never: never = status; }", status);
  writer.write("} };");
}

function writeArguments(
  place: Place,
  { name }: Method,
  parameters: Method["parameters"],
  isFull: boolean,
): void {
  for (const { index, type, name: parameter, isOptional } of parameters) {
    const path = `Required<Parameters<Base.Client<Options>[${JSON.stringify(name)}]>>[${String(index)}]`;
    writeValue(place, type, path, [parameter], isFull, isOptional, "", ",", 0);
  }
}

interface Place {
  readonly checker: ts.TypeChecker;
  readonly writer: CodeWriter;
  readonly operation: string;
  readonly callee: string;
}

function isPlain(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

/** Writes a value of a type: objects member by member, as a consumer does, so that extra ones show. */
function writeValue(
  place: Place,
  type: ts.Type,
  typePath: string,
  path: readonly string[],
  isFull: boolean,
  isOptional: boolean,
  before: string,
  after: string,
  depth: number,
): void {
  const { checker, writer, operation, callee } = place;
  const shown = `${callee}(… ${path.join(".")} …)`;
  const usage = { kind: "argument", operation, path, shown } as const;
  const shape = shapeOf(checker, type, isOptional);
  if (shape.kind === "object" && depth < MOST_DEPTH) {
    const isNullable = mayBeNull(type);
    writer.write(`${before}${isNullable ? "either ? null : " : ""}{`, usage);
    for (const member of shape.members) {
      if (member.isOptional && !isFull) continue;
      const below = `NonNullable<${typePath}>[${JSON.stringify(member.name)}]`;
      const key = `${JSON.stringify(member.name)}: `;
      const at = [...path, member.name];
      const { type: inner, isOptional: mayMiss } = member;
      writeValue(place, inner, below, at, isFull, mayMiss, key, ",", depth + 1);
    }
    writer.write(`}${after}`, usage);
  } else {
    const text = shape.kind === "scalar" ? shape.text : `Exclude<${typePath}, undefined>`;
    writer.write(`${before}null as never as ${text}${after}`, usage);
  }
}

/** Reads a value of a type down to its scalars. */
function readType(
  place: Place,
  type: ts.Type,
  expression: string,
  typePath: string,
  path: readonly string[],
  from: number | undefined,
  depth: number,
): void {
  const { checker, writer, operation } = place;
  const shape = shapeOf(checker, type);
  const usage = {
    kind: "result",
    operation,
    path,
    shown:
      shape.kind === "scalar" ? `const value: ${shape.text} = ${expression};` : `${expression};`,
    ...(from === undefined ? {} : { owner: from }),
  } as const;
  // Whoever reads on has looked whether it is there, as the base made them do.
  const present = mayBeAbsent(type) ? "!" : "";
  const text = `NonNullable<${typePath}>`;
  switch (shape.kind) {
    case "nothing":
      return;
    case "scalar":
      writer.write(`{ const value: ${shape.text} = ${expression}; }`, usage);
      if (shape.literals.length > 0) {
        const cases = shape.literals.map((literal) => `case ${literal}:`).join(" … ");
        const inSwitch = { ...usage, shown: `switch (${expression}) { ${cases} … }` };
        writer.write(`switch (${expression}) {`, inSwitch);
        for (const literal of shape.literals) writer.write(`  case ${literal}: break;`, inSwitch);
        writer.write(`  default: { const never: never = ${expression}; }`, inSwitch);
        writer.write("}");
      }
      return;
    case "opaque":
      writer.write(`{ const value: ${typePath} = ${expression}; }`, usage);
      return;
    case "array":
      if (depth < MOST_DEPTH) {
        const item = `${expression}${present}[0]`;
        writer.write(`void ${item};`, usage);
        readType(place, shape.item, item, `${text}[number]`, [...path, "*"], from, depth + 1);
      }
      return;
    case "map":
      if (depth < MOST_DEPTH) {
        const item = `${expression}${present}["key"]`;
        writer.write(`void ${item};`, usage);
        readType(place, shape.value, item, `${text}[string]`, [...path, "*"], from, depth + 1);
      }
      return;
    case "object": {
      const { owner, isFirst } = writer.enter(shape.type, operation, from);
      if (!isFirst || depth >= MOST_DEPTH || writer.isFull()) return;
      for (const member of shape.members) {
        const key = JSON.stringify(member.name);
        const below = isPlain(member.name)
          ? `${expression}${present}.${member.name}`
          : `${expression}${present}[${key}]`;
        const at = [...path, member.name];
        const memberUsage = {
          kind: "result",
          operation,
          path: at,
          owner,
          shown: `${below};`,
        } as const;
        const { kind } = shapeOf(checker, member.type);
        if (kind !== "scalar" && kind !== "opaque") writer.write(`void ${below};`, memberUsage);
        readType(place, member.type, below, `${text}[${key}]`, at, owner, depth + 1);
      }
    }
  }
}
