import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import ts from "typescript";
import { emitValidation } from "../../src/validators/emit-validation.ts";
import { emitValidators, type ValidatorsInput } from "../../src/validators/emit-validators.ts";
import type { Issue } from "../../src/validators/runtime/validation.ts";
import type { Dialect } from "../../src/validators/schema-context.ts";
import type { ValidatorDiagnostic } from "../../src/validators/validator-diagnostic.ts";

/** A generated validator, run as a consumer runs it. */
export type Validate = (value: unknown) => readonly Issue[];

const toJavaScript = (text: string): string =>
  ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  }).outputText;

/** A folder with the runtime in it, into which generated modules are written and from which they are imported. */
export const createModules = (): {
  readonly load: (text: string) => Promise<Readonly<Record<string, Validate>>>;
  readonly remove: () => void;
} => {
  const folder = mkdtempSync(join(tmpdir(), "validators-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "validation.js"), toJavaScript(emitValidation()));
  let count = 0;
  return {
    load: async (text) => {
      count += 1;
      const file = join(folder, `module-${count}.js`);
      writeFileSync(file, toJavaScript(text));
      return (await import(pathToFileURL(file).href)) as Readonly<Record<string, Validate>>;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
};

export interface Compiled {
  readonly validate: Validate;
  readonly text: string;
  readonly diagnostics: readonly ValidatorDiagnostic[];
}

/** The validator of one schema; the schema is the whole document, so that `#/$defs/a` leads into it. */
export const compileSchema = async (
  modules: ReturnType<typeof createModules>,
  schema: JsonValue,
  options: { dialect?: Dialect } & Pick<ValidatorsInput, "direction"> = {},
): Promise<Compiled> => {
  const isRoot = typeof schema === "object";
  const { text, diagnostics } = emitValidators({
    root: (isRoot ? schema : { schema }) as JsonObject,
    dialect: options.dialect ?? "2020-12",
    ...(options.direction ? { direction: options.direction } : {}),
    schemas: [{ exportName: "validate", pointer: isRoot ? "" : "/schema" }],
    importFrom: "./validation.js",
  });
  const { validate } = await modules.load(text);
  if (validate === undefined) throw new Error(`no validator in:\n${text}`);
  return { validate, text, diagnostics };
};
