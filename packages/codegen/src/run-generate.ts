import type { Diagnostic, Source } from "@flex-channels/document";
import { readDocument } from "@flex-channels/document/read-document";
import type { Severities } from "./config.ts";
import { exitStatus } from "./exit-status.ts";
import type { ExitStatus } from "./exit-status.ts";
import { generate } from "./generate.ts";
import { applyChanges, readFolder } from "./output-folder.ts";
import { planChanges } from "./plan-changes.ts";
import type { Change } from "./plan-changes.ts";

/** What one run is asked to do; every path is absolute or relative to the working directory. */
export interface RunSettings {
  readonly document: string;
  readonly out: string;
  readonly format: boolean;
  readonly severities: Severities;
  /** Compares and writes nothing. */
  readonly check: boolean;
}

/** What came of a run, as data: `--json` prints it, the terminal gets it as sentences. */
export interface RunResult {
  readonly kind: "clean" | "written" | "drift" | "invalid-document";
  readonly status: ExitStatus;
  readonly files: readonly string[];
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic<string>[];
  /** The texts that the diagnostics point into. */
  readonly sources: readonly Source[];
}

/** Reads the document, plans the output and, unless it only checks, carries the plan out. */
export const runGenerate = async (settings: RunSettings): Promise<RunResult> => {
  const loaded = readDocument(settings.document, { severities: settings.severities });
  const { sources } = loaded;
  const refused = (diagnostics: readonly Diagnostic<string>[]): RunResult => ({
    kind: "invalid-document",
    status: diagnostics.some(({ code }) => code.startsWith("file-"))
      ? exitStatus.usage
      : exitStatus.invalidDocument,
    files: [],
    changes: [],
    diagnostics,
    sources,
  });
  if (loaded.kind === "refused") return refused(loaded.diagnostics);

  const generated = await generate(loaded.document, { format: settings.format });
  const diagnostics = [...loaded.diagnostics, ...generated.diagnostics];
  if (generated.files.length === 0) return refused(diagnostics);

  const changes = planChanges(generated.files, await readFolder(settings.out));
  const result = { files: generated.files.map(({ path }) => path), changes, diagnostics, sources };
  if (changes.length === 0) return { ...result, kind: "clean", status: exitStatus.clean };
  // A file that was never generated cannot be removed on anybody's behalf: it stays, and it is drift.
  const foreign = changes.some(({ kind }) => kind === "foreign");
  if (settings.check) return { ...result, kind: "drift", status: exitStatus.drift };
  await applyChanges(settings.out, changes);
  return { ...result, kind: "written", status: foreign ? exitStatus.drift : exitStatus.clean };
};
