import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isJsonObject, type JsonValue } from "@flex-channels/document";
import ts from "typescript";
import { emitValidation } from "../../src/validators/emit-validation.ts";
import { emitValidators, type ValidatorsInput } from "../../src/validators/emit-validators.ts";
import type { Issue } from "../../src/validators/runtime/validation.ts";
import type { Dialect } from "../../src/validators/schema-context.ts";
import type { ValidatorDiagnostic } from "../../src/validators/validator-diagnostic.ts";

/** A generated validator, run as a consumer runs it. */
export type Validate = (value: unknown) => readonly Issue[];

const toJavaScript = (text: string): string => {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    reportDiagnostics: true,
  });
  for (const { messageText } of diagnostics) {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
  }
  return outputText;
};

type Module = Readonly<Record<string, Validate>>;

const isModule = (value: unknown): value is Module => typeof value === "object" && value !== null;

/** Node's own loader: what is generated is run as it stands, not as a test runner transforms it. */
const load = createRequire(import.meta.url);

/** A folder with the runtime in it, into which generated modules are written and from which they are imported. */
export const createModules = (): {
  readonly load: (text: string) => Promise<Module>;
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
      const loaded: unknown = load(file);
      if (!isModule(loaded)) throw new Error(`no module: ${file}`);
      return loaded;
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
  const isRoot = isJsonObject(schema);
  const { text, diagnostics } = emitValidators({
    root: isRoot ? schema : { schema },
    dialect: options.dialect ?? "2020-12",
    ...(options.direction ? { direction: options.direction } : {}),
    schemas: [{ exportName: "validate", pointer: isRoot ? "" : "/schema" }],
    importFrom: "./validation.js",
  });
  const { validate } = await modules.load(text);
  if (validate === undefined) throw new Error(`no validator in:\n${text}`);
  return { validate, text, diagnostics };
};
