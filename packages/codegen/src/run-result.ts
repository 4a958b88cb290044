import type { Diagnostic, Source } from "@flex-channels/document";
import type { ExitStatus } from "./exit-status.ts";
import type { Change } from "./plan-changes.ts";

/** What came of a run, as data: `--json` prints it, the terminal gets it as sentences. */
export interface RunResult {
  readonly kind: "clean" | "written" | "drift" | "invalid-document";
  readonly status: ExitStatus;
  readonly files: readonly string[];
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic<string>[];
  /** The texts that the diagnostics point into. */
  readonly sources: readonly Source[];
  /** The files that were read, the document first. */
  readonly inputs: readonly string[];
}
