import type { JsonObject } from "@flex-channels/document";
import { stringLiteral } from "../literal.ts";
import { createCheckNames } from "./check-names.ts";
import { cyclicNodes, farReachingNodes } from "./cyclic-nodes.ts";
import { type Expression, type Reference, runtimeName } from "./expression.ts";
import type { Dialect, Direction } from "./schema-context.ts";
import { createSchemaEmitter } from "./schema-emitter.ts";
import type { ValidatorDiagnostic } from "./validator-diagnostic.ts";

/** One validator to be exported. */
export interface ValidatorRequest {
  /** An identifier; `v` and what begins with `check` are best left alone. */
  readonly exportName: string;
  /** JSON Pointer (RFC 6901) of the schema in the document. */
  readonly pointer: string;
  /**
   * What a valid value is, as TypeScript.
   * @default "unknown"
   */
  readonly type?: string;
  /** Name of a type guard to export beside it. */
  readonly guardName?: string;
}

export interface ValidatorsInput {
  /** The document: references lead to other places in it. */
  readonly root: JsonObject;
  readonly dialect: Dialect;
  /** @default "both" */
  readonly direction?: Direction;
  readonly schemas: readonly ValidatorRequest[];
  /** Module specifier of the runtime, e.g. `./validation.ts`. */
  readonly importFrom: string;
}

export interface ValidatorsOutput {
  readonly text: string;
  /** The name of each validator's check in the text, by the name of the export. */
  readonly checkNames: ReadonlyMap<string, string>;
  readonly diagnostics: readonly ValidatorDiagnostic[];
}

const isReference = (part: string | Reference): part is Reference => typeof part !== "string";

/** Every schema that is reached, as an expression. */
const reach = (
  pointers: readonly string[],
  emit: (pointer: string) => Expression,
): ReadonlyMap<string, Expression> => {
  const reached = new Map<string, Expression>();
  const pending = [...pointers].toReversed();
  for (let pointer = pending.pop(); pointer !== undefined; pointer = pending.pop()) {
    if (reached.has(pointer)) continue;
    const expression = emit(pointer);
    reached.set(pointer, expression);
    pending.push(...expression.filter(isReference).map((reference) => reference.pointer));
  }
  return reached;
};

const edgesOf = (
  schemas: ReadonlyMap<string, Expression>,
  isWanted: (reference: Reference) => boolean,
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...schemas].map(([pointer, expression]) => [
      pointer,
      expression
        .filter(isReference)
        .filter(isWanted)
        .map((reference) => reference.pointer),
    ]),
  );

/** The schemas that are used more than once, or must have a name for another reason. */
const namedPointers = (
  roots: readonly string[],
  schemas: ReadonlyMap<string, Expression>,
): ReadonlySet<string> => {
  const used = new Set<string>();
  const named = new Set<string>();
  const use = (pointer: string): void => {
    if (used.has(pointer)) named.add(pointer);
    used.add(pointer);
  };
  roots.forEach(use);
  for (const reference of [...schemas.values()].flat().filter(isReference)) {
    use(reference.pointer);
    if (reference.isNamed) named.add(reference.pointer);
  }
  return named;
};

/** A chain of schemas, each used once, is written into one expression up to this length. */
const inlineReferences = 4;

/** A chain of references up to this length fits the stack and need not be counted at run time. */
const countlessReferences = 16;

/** How deep the calls of an expression nest; what stands in strings does not count. */
const nesting = (code: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const [sign] of code.replaceAll(/"[^"\\]*(?:\\.[^"\\]*)*"/g, "").matchAll(/[()]/g)) {
    depth += sign === "(" ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

/**
 * Text of a module with one validator a schema. Every string of the document stands in it as a
 * string literal; what no validator judges is a diagnostic.
 */
export const emitValidators = (input: ValidatorsInput): ValidatorsOutput => {
  const found = new Map<string, ValidatorDiagnostic>();
  const report = (diagnostic: ValidatorDiagnostic): void => {
    found.set(`${diagnostic.code} ${diagnostic.pointer}`, diagnostic);
  };
  const { root, dialect, direction = "both" } = input;
  const emitter = createSchemaEmitter(root, dialect, direction, report);
  const requests = input.schemas.map((request) => ({
    ...request,
    type: request.type ?? "unknown",
    pointer: emitter.follow(request.pointer),
  }));
  const firstOf = new Map<string, string>();
  for (const { exportName, pointer, type } of requests.toReversed()) {
    firstOf.set(`${pointer} ${type}`, exportName);
  }
  const isFirst = ({ exportName, pointer, type }: (typeof requests)[number]): boolean =>
    firstOf.get(`${pointer} ${type}`) === exportName;
  const roots = requests.filter(isFirst).map(({ pointer }) => pointer);
  const schemas = reach(roots, emitter.emit);
  const named = new Set(namedPointers(roots, schemas));
  const deep = farReachingNodes(
    edgesOf(schemas, () => true),
    countlessReferences,
  );
  for (const pointer of cyclicNodes(edgesOf(schemas, (reference) => reference.inPlace))) {
    report({
      code: "validator-endless-schema",
      severity: "error",
      pointer,
      message: "This schema applies itself to the same value, without end: no value passes.",
      hint: "Put a keyword such as properties or items between the schema and its reference.",
    });
  }
  const nameOf = createCheckNames([
    runtimeName,
    ...input.schemas.flatMap(({ exportName, guardName }) => [exportName, guardName ?? exportName]),
  ]);
  const wanted: string[] = [];
  const render = (expression: Expression, level: number): string =>
    expression
      .map((part) => {
        if (!isReference(part)) return part;
        if (!named.has(part.pointer) && level < inlineReferences) {
          return render(schemas.get(part.pointer) ?? [], level + 1);
        }
        wanted.push(part.pointer);
        return nameOf(part.pointer);
      })
      .join("");
  const checkNames = new Map<string, string>();
  const exported = requests.map((request) => {
    const { exportName, pointer, type, guardName } = request;
    wanted.push(pointer);
    const check = nameOf(pointer);
    checkNames.set(exportName, check);
    const made = isFirst(request)
      ? `/* @__PURE__ */ ${runtimeName}.validator(${check})`
      : firstOf.get(`${pointer} ${type}`);
    const validator = `export const ${exportName}: ${runtimeName}.Validator<${type}> = ${made};\n`;
    const guard = `export function ${guardName ?? ""}(value: unknown): value is ${type} {\n  return ${check}(value).length === 0;\n}\n`;
    return guardName === undefined ? validator : `${validator}\n${guard}`;
  });
  const checks = new Map<string, string>();
  for (let pointer = wanted.shift(); pointer !== undefined; pointer = wanted.shift()) {
    if (checks.has(pointer)) continue;
    checks.set(pointer, "");
    const body = render(schemas.get(pointer) ?? [], 0);
    const make = deep.has(pointer)
      ? `recursive(() => ${body}, ${nesting(body) + 2})`
      : `lazy(() => ${body})`;
    checks.set(
      pointer,
      `const ${nameOf(pointer)}: ${runtimeName}.Check = /* @__PURE__ */ ${runtimeName}.${make};\n`,
    );
  }
  const header = `import * as ${runtimeName} from ${stringLiteral(input.importFrom)};\n`;
  return {
    text: input.schemas.length === 0 ? "" : [header, ...checks.values(), ...exported].join("\n"),
    checkNames,
    diagnostics: [...found.values()],
  };
};
