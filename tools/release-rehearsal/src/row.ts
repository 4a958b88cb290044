/** What became of one check. A skipped check says why; there is no silent one. */
export type RowResult = "pass" | "fail" | "skip";

/** One line of the final table. */
export interface Row {
  /** What was tried, e.g. `node (require)`. */
  readonly what: string;
  /** The version of the program that tried it. */
  readonly version: string;
  readonly result: RowResult;
  /** One line: what was seen, or the first line of what went wrong. */
  readonly detail: string;
  /** Everything that went wrong, for the section below the table. */
  readonly report?: string;
}

/** A reason to skip, not a failure: the detail of the row. */
export class SkipError extends Error {
  override readonly name = "SkipError";
}

/** Runs one check: what it returns is the detail of a passed row, what it throws that of a failed one. */
export async function checkRow(
  what: string,
  version: string,
  check: () => Promise<string>,
): Promise<Row> {
  try {
    return { what, version, result: "pass", detail: await check() };
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") throw error;
    const report = error instanceof Error ? error.message : String(error);
    const detail = report.split("\n", 1)[0] ?? "";
    const result = error instanceof SkipError ? "skip" : "fail";
    return result === "skip"
      ? { what, version, result, detail }
      : { what, version, result, detail, report };
  }
}
