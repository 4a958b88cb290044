import { listOperations } from "@flex-channels/document";
import type { OpenApiDocument } from "@flex-channels/document";
import { canonical } from "./canonical.ts";
import { clientText } from "./client-file.ts";
import { documentationText } from "./documentation-file.ts";
import { examplesText } from "./examples-file.ts";
import { formatTypeScript } from "./format.ts";
import { indexText } from "./index-file.ts";
import { locateDiagnostics } from "./generate-diagnostic.ts";
import type { GenerateDiagnostic } from "./generate-diagnostic.ts";
import { modelOf } from "./model-of.ts";
import { nameCollisions } from "./name-collisions.ts";
import { operationText } from "./operation-file.ts";
import { operationsText } from "./operations-file.ts";
import { loadSampler } from "./sample-schema.ts";
import { schemasText } from "./schemas-file.ts";
import { stampOf, stampText } from "./stamp.ts";
import { typesText } from "./types-file.ts";
import { argumentsFile, validatorsFile } from "./validators-files.ts";
import { emitValidation } from "./validators/emit-validation.ts";
import { version } from "./version.ts";
import { withOperationIds } from "./with-operation-ids.ts";

/** What shapes the output. */
export interface GenerateOptions {
  /**
   * Formats the output with prettier. Formatting a document of several MB takes longer than
   * generating it.
   * @default true
   */
  readonly format?: boolean;
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
  const format = options.format ?? true;
  const value = canonical(document.value);
  const sorted: OpenApiDocument = { ...document, value };
  const model = modelOf(sorted);
  const named = withOperationIds(value, listOperations(sorted));
  const argumentFile = argumentsFile(sorted, model);
  const validatorFile = validatorsFile(sorted, model);
  const diagnostics = locateDiagnostics(document, [
    ...nameCollisions(model),
    ...argumentFile.diagnostics,
    ...validatorFile.diagnostics,
  ]);
  if (diagnostics.some(({ severity }) => severity === "error")) return { files: [], diagnostics };

  const texts: Readonly<Record<string, string>> = {
    "arguments.ts": argumentFile.text,
    "client.ts": clientText(model),
    "documentation.ts": documentationText(model),
    "examples.ts": examplesText(model, await loadSampler(named)),
    "index.ts": indexText(model),
    "operation.ts": operationText,
    "operations.ts": operationsText(model),
    "schemas.ts": schemasText(model),
    "types.ts": await typesText(named),
    "validation.ts": emitValidation(),
    "validators.ts": validatorFile.text,
  };
  const stamp = stampText(stampOf(value, version, { format }));
  const files: GeneratedFile[] = [];
  for (const [path, text] of Object.entries(texts)) {
    files.push({ path, text: format ? await formatTypeScript(stamp + text) : stamp + text });
  }
  return { files, diagnostics };
};
