import { listOperations } from "@flex-channels/document";
import type { JsonObject, OpenApiDocument } from "@flex-channels/document";
import { addOperationIds } from "./add-operation-ids.ts";
import { canonical } from "./canonical.ts";
import { clientText } from "./client-file.ts";
import { withConstraints } from "./constraints.ts";
import { documentationText } from "./documentation-file.ts";
import { examplesText } from "./examples-file.ts";
import { formatTypeScript } from "./format.ts";
import { indexText } from "./index-file.ts";
import { withImportExtension } from "./import-extension.ts";
import type { ImportExtension } from "./import-extension.ts";
import { locateDiagnostics } from "./generate-diagnostic.ts";
import type { GenerateDiagnostic } from "./generate-diagnostic.ts";
import { modelOf } from "./model-of.ts";
import { nameCollisions } from "./name-collisions.ts";
import { withNamedReferences } from "./named-references.ts";
import { operationText } from "./operation-file.ts";
import { operationsText } from "./operations-file.ts";
import type { Progress } from "./progress.ts";
import { requestViewsOf, withRequestViews } from "./request-views.ts";
import { requestsText } from "./requests-file.ts";
import { loadSampler } from "./sample-schema.ts";
import { schemasText } from "./schemas-file.ts";
import { stampOf, stampText } from "./stamp.ts";
import { discriminatedParts } from "./types/discriminated.ts";
import { exactSchema } from "./types/exact-schema.ts";
import { typesText } from "./types-file.ts";
import { argumentsFile, guardsText, validatorsFile } from "./validators-files.ts";
import { emitValidation } from "./validators/emit-validation.ts";
import { version } from "./version.ts";

/** What shapes the output. */
export interface GenerateOptions {
  /**
   * Formats the output with prettier, which takes longer than generating it.
   * @default false
   */
  readonly format?: boolean;
  /**
   * How the files name each other: `"ts"` for Node's type stripping, bundlers and compilers since
   * TypeScript 5.7, `"js"` for every compiler.
   * @default "ts"
   */
  readonly importExtension?: ImportExtension;
  /** Told before each step. @default nobody */
  readonly progress?: Progress;
}

/** One file of the output. */
export interface GeneratedFile {
  /** Relative to the output folder. */
  readonly path: string;
  readonly text: string;
}

export interface GenerateResult {
  /** Empty where a diagnostic is an error; sorted by path otherwise. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly GenerateDiagnostic[];
}

/**
 * Document in, files out. Touches no disk and no network; the same document and options give the
 * same bytes on every machine.
 */
export const generate = async (
  document: OpenApiDocument,
  options: GenerateOptions = {},
): Promise<GenerateResult> => {
  const { format = false, importExtension = "ts", progress = () => undefined } = options;
  progress("generating validators");
  const value = canonical(document.value);
  const sorted: OpenApiDocument = { ...document, value };
  const { document: named, given } = withNamedReferences(value);
  const entries = listOperations(sorted);
  addOperationIds(named, entries);
  const views = requestViewsOf(named);
  const model = modelOf(sorted, entries, views, given);
  const argumentFile = argumentsFile(sorted, model);
  const validatorFile = validatorsFile(sorted, model);
  const diagnostics = locateDiagnostics(document, [
    ...nameCollisions(model),
    ...argumentFile.diagnostics,
    ...validatorFile.diagnostics,
  ]);
  if (diagnostics.some(({ severity }) => severity === "error")) return { files: [], diagnostics };

  progress("generating types");
  const discriminated = discriminatedParts(named);
  const exactly = (schema: JsonObject, original: JsonObject): JsonObject =>
    exactSchema(withConstraints(schema), document.version === "3.0", discriminated.get(original));
  const texts: Readonly<Record<string, string>> = {
    "arguments.ts": argumentFile.text,
    "client.ts": clientText(model),
    "documentation.ts": documentationText(model),
    "examples.ts": examplesText(model, await loadSampler(named)),
    "guards.ts": guardsText(model),
    "index.ts": indexText(model),
    "operation.ts": operationText,
    "operations.ts": operationsText(model),
    "requests.ts": requestsText(model),
    "schemas.ts": schemasText(model),
    "types.ts": await typesText(withRequestViews(named, views, exactly)),
    "validation.ts": emitValidation(),
    "validators.ts": validatorFile.text,
  };
  const stamp = stampText(
    stampOf(value, version, { format, ...(importExtension === "ts" ? {} : { importExtension }) }),
  );
  const files: GeneratedFile[] = [];
  for (const [path, raw] of Object.entries(texts)) {
    const text = stamp + withImportExtension(raw, importExtension);
    if (format) progress(`formatting ${path}`);
    files.push({ path, text: format ? await formatTypeScript(text) : text });
  }
  return { files, diagnostics };
};
