import Table from "cli-table3";
import type { Row, RowResult } from "./row.ts";

const widestDetail = 96;

/** The final table, then the full report of each failure, then the count. */
export function renderRows(rows: readonly Row[]): string {
  const table = new Table({
    head: ["what", "version", "result", "detail"],
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) {
    table.push([row.what, row.version, row.result, shorten(row.detail)]);
  }
  const reports = rows
    .filter((row) => row.result === "fail")
    .map((row) => `── ${row.what} ${row.version}\n${row.report ?? row.detail}`);
  return [table.toString(), ...reports, summary(rows)].join("\n\n");
}

function summary(rows: readonly Row[]): string {
  const count = (result: RowResult): number => rows.filter((row) => row.result === result).length;
  return `${count("pass")} passed, ${count("fail")} failed, ${count("skip")} skipped`;
}

function shorten(text: string): string {
  return text.length <= widestDetail ? text : `${text.slice(0, widestDetail - 1)}…`;
}
