import { loadDocument, renderDiagnostics } from "@flex-channels/document";
import { generate } from "../src/generate.ts";
import type { GenerateOptions } from "../src/generate.ts";

/** Generates from a document in memory; what is wrong with the document fails the test that wrote it. */
export const generateText = async (
  text: string,
  options: GenerateOptions = { format: false },
): Promise<ReadonlyMap<string, string>> => {
  const loaded = loadDocument({ file: "openapi.yaml", bytes: text });
  if (loaded.kind === "refused")
    throw new Error(renderDiagnostics(loaded.diagnostics, loaded.sources));
  const { files, diagnostics } = await generate(loaded.document, options);
  if (files.length === 0) throw new Error(renderDiagnostics(diagnostics, loaded.sources));
  return new Map(files.map((file) => [file.path, file.text]));
};
