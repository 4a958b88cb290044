import type { Row } from "./row.ts";

/** Exit statuses of the command; the help text lists them. */
export const exitStatus = {
  /** Every row passed. */
  passed: 0,
  /** A row failed, or was skipped under `--strict`. */
  failed: 1,
  /** The rehearsal could not be held: the gear does not install, the repository cannot be cloned. */
  unable: 2,
  /** The arguments make no sense. */
  usage: 3,
  /** Ctrl-C (128 + SIGINT). */
  interrupted: 130,
} as const;

/** No row at all is a failure: a rehearsal that checked nothing has proved nothing. */
export function statusOfRows(rows: readonly Row[], strict: boolean): 0 | 1 {
  const bad = rows.some((row) => row.result === "fail" || (strict && row.result === "skip"));
  return bad || rows.length === 0 ? exitStatus.failed : exitStatus.passed;
}
