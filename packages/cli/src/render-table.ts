import Table from "cli-table3";
import { printable } from "./printable.ts";

type Row = Readonly<Record<string, unknown>>;

/** No lines but the one under the head, so that a cell can be selected and copied. */
const plain = {
  chars: {
    top: "",
    "top-mid": "",
    "top-left": "",
    "top-right": "",
    bottom: "",
    "bottom-mid": "",
    "bottom-left": "",
    "bottom-right": "",
    left: "",
    "left-mid": "",
    mid: "",
    "mid-mid": "",
    right: "",
    "right-mid": "",
    middle: "  ",
  },
  style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
};

/**
 * Values as a table: one row each with a column for every member, or where that is wider than the
 * terminal (or there is only one) a block each with a line for every member.
 */
export function renderTable(values: readonly unknown[], columns: number): string {
  const rows = values.flatMap((value) => rowsOf(value));
  const [first] = rows;
  if (rows.length === 1 && first !== undefined) return renderBlock(first);
  const wide = renderRows(rows);
  const isTooWide = wide.split("\n").some((line) => line.length > columns);
  return isTooWide ? rows.map((row) => renderBlock(row)).join("\n\n") : wide;
}

function renderRows(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table = new Table({ ...plain, head: names.map((name) => printable(name)) });
  table.push(...rows.map((row) => names.map((name) => cell(row[name]))));
  return trimLines(table.toString());
}

function renderBlock(row: Row): string {
  const table = new Table(plain);
  table.push(...Object.entries(row).map(([name, value]) => [printable(name), cell(value)]));
  return trimLines(table.toString());
}

function rowsOf(value: unknown): readonly Row[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => rowsOf(item));
  if (typeof value === "object" && value !== null) return [{ ...value }];
  return [{ value: value ?? null }];
}

function cell(value: unknown): string {
  if (value === undefined) return "";
  return printable(typeof value === "string" ? value : JSON.stringify(value)).replaceAll(
    "\n",
    "\\n",
  );
}

function trimLines(text: string): string {
  return text.replaceAll(/ +$/gm, "");
}
