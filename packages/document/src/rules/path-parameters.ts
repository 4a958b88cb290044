import { quote } from "../describe-value.ts";
import type { JsonObject } from "../json.ts";
import { isJsonArray, isJsonObject, own, ownString } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import { methods } from "../list-operations.ts";
import { didYouMean } from "../nearest.ts";
import type { Located } from "../openapi-document.ts";
import { resolveObject } from "../resolve-reference.ts";
import type { RuleContext } from "./rule.ts";
import { pathsOf, templateNames } from "./path-templates.ts";

interface DeclaredParameter extends Located<JsonObject> {
  readonly usedAt: string;
  readonly name: string;
  readonly in: string;
}

/** What the template names is declared, and what is declared is named there (3.1 §4.8.12). */
export function checkPathParameters(context: RuleContext): void {
  const { root } = context;
  for (const path of pathsOf(root)) {
    const item = resolveObject({ value: root }, childPointer("/paths", path));
    if (item === undefined) continue;
    const names = new Set(templateNames(path));
    const common = declaredParameters(context, item);
    reportUnused(context, path, names, common);
    for (const operation of operationsOf(item)) {
      const declared = declaredParameters(context, operation);
      reportUnused(context, path, names, declared);
      reportUndeclared(context, path, names, operation, [...common, ...declared]);
    }
  }
}

function operationsOf({ value, pointer }: Located<JsonObject>): readonly Located<JsonObject>[] {
  return methods.flatMap((method) => {
    const operation = own(value, method);
    return isJsonObject(operation)
      ? [{ value: operation, pointer: childPointer(pointer, method) }]
      : [];
  });
}

function declaredParameters(
  { root, report }: RuleContext,
  { value, pointer }: Located<JsonObject>,
): readonly DeclaredParameter[] {
  const parameters = own(value, "parameters");
  const declared: DeclaredParameter[] = [];
  const seen = new Map<string, string>();
  for (const index of isJsonArray(parameters) ? parameters.keys() : []) {
    const usedAt = childPointer(`${pointer}/parameters`, index);
    const found = resolveObject({ value: root }, usedAt);
    const name = ownString(found?.value, "name");
    const place = ownString(found?.value, "in");
    if (found === undefined || name === undefined || place === undefined) continue;
    // Header names do not differ by case (RFC 9110 §5.1).
    const key = JSON.stringify([place, place === "header" ? name.toLowerCase() : name]);
    const first = seen.get(key);
    if (first !== undefined) {
      report({
        code: "parameter-duplicate",
        pointer: usedAt,
        message: `The ${place} parameter ${quote(name)} stands twice in one list`,
        expected: "each name once for each place",
        received: quote(name),
        related: { message: "first here", pointer: first },
      });
    }
    seen.set(key, first ?? usedAt);
    declared.push({ ...found, usedAt, name, in: place });
  }
  return declared;
}

function reportUnused(
  { report }: RuleContext,
  path: string,
  names: ReadonlySet<string>,
  parameters: readonly DeclaredParameter[],
): void {
  for (const { name, in: place, usedAt, pointer } of parameters) {
    if (place !== "path" || names.has(name)) continue;
    report({
      code: "path-parameter-unused",
      pointer: usedAt === pointer ? `${pointer}/name` : usedAt,
      message: `The path ${quote(path)} has no {${name}}`,
      expected:
        names.size === 0 ? "no path parameter" : `one of ${[...names].slice(0, 10).join(", ")}`,
      received: quote(name),
      hint: didYouMean(name, names, `Add {${name}} to the path, or remove the parameter`),
    });
  }
}

function reportUndeclared(
  { report }: RuleContext,
  path: string,
  names: ReadonlySet<string>,
  { pointer }: Located<JsonObject>,
  parameters: readonly DeclaredParameter[],
): void {
  const declared = new Set(
    parameters.filter((entry) => entry.in === "path").map(({ name }) => name),
  );
  const places = new Map(parameters.map((parameter) => [parameter.name, parameter.in]));
  for (const name of names) {
    if (declared.has(name)) continue;
    const elsewhere = places.get(name);
    report({
      code: "path-parameter-undeclared",
      pointer,
      at: "key",
      message: `The operation declares no path parameter ${quote(name)}`,
      expected: `a parameter with name: ${name}, in: path, required: true`,
      received: elsewhere === undefined ? "none of that name" : `one in ${quote(elsewhere)}`,
      hint: didYouMean(name, declared, "Add it to the parameters of the operation or of the path"),
      related: { message: "the path", pointer: childPointer("/paths", path), at: "key" },
    });
  }
}
