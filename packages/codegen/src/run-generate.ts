import { readDocument } from "@flex-channels/document/read-document";
import type { Diagnostic } from "@flex-channels/document";
import { exitStatus } from "./exit-status.ts";
import { rememberRun, runKey } from "./freshness.ts";
import { generate } from "./generate.ts";
import { applyChanges, readFolder } from "./output-folder.ts";
import { planChanges } from "./plan-changes.ts";
import type { Progress } from "./progress.ts";
import type { RunResult } from "./run-result.ts";
import type { RunSettings } from "./run-settings.ts";

/** Reads the document, plans the output and, unless it only checks, carries the plan out. */
export const runGenerate = async (
  settings: RunSettings,
  progress: Progress = () => undefined,
): Promise<RunResult> => {
  const key = runKey(settings);
  progress("reading the document");
  const { severities, external: allowExternal } = settings;
  const loaded = readDocument(settings.document, { severities, allowExternal });
  const { sources } = loaded;
  const inputs = sources.map(({ file }) => file);
  const refused = (diagnostics: readonly Diagnostic<string>[]): RunResult => ({
    kind: "invalid-document",
    status: diagnostics.some(({ code }) => code.startsWith("file-"))
      ? exitStatus.usage
      : exitStatus.invalidDocument,
    files: [],
    changes: [],
    diagnostics,
    sources,
    inputs,
  });
  if (loaded.kind === "refused") return refused(loaded.diagnostics);

  const { format, importExtension } = settings;
  const generated = await generate(loaded.document, { format, importExtension, progress });
  const diagnostics = [...loaded.diagnostics, ...generated.diagnostics];
  if (generated.files.length === 0) return refused(diagnostics);

  progress("comparing with the output folder");
  const changes = planChanges(generated.files, await readFolder(settings.out));
  const files = generated.files.map(({ path }) => path);
  const result = { files, changes, diagnostics, sources, inputs };
  const finished = { key, sources, files: generated.files, diagnostics };
  if (changes.length === 0) {
    rememberRun(settings, finished);
    return { ...result, kind: "clean", status: exitStatus.clean };
  }
  // A file that was never generated cannot be removed on anybody's behalf: it stays, and it is drift.
  const foreign = changes.some(({ kind }) => kind === "foreign");
  if (settings.check) return { ...result, kind: "drift", status: exitStatus.drift };
  await applyChanges(settings.out, changes);
  if (!foreign) rememberRun(settings, finished);
  return { ...result, kind: "written", status: foreign ? exitStatus.drift : exitStatus.clean };
};
