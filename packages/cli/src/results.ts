import type { OutputFormat } from "./invocation.ts";
import { printable } from "./printable.ts";
import { renderTable } from "./render-table.ts";

/** Prints results as they come. Each returns the text to write now. */
export interface ResultPrinter {
  result(data: unknown): string;
  /** What is left once there are no more, also after a stop. */
  end(): string;
}

/** The format where none was asked for: a table for people, JSON for programs. */
export function defaultFormat(isTerminal: boolean, isSingle: boolean): OutputFormat {
  if (isTerminal) return "table";
  return isSingle ? "json" : "ndjson";
}

export function createPrinter(
  format: OutputFormat,
  { isSingle, columns }: { readonly isSingle: boolean; readonly columns: number },
): ResultPrinter {
  switch (format) {
    case "json":
      return isSingle ? { result: (data) => `${json(data, 2)}\n`, end: () => "" } : arrayPrinter();
    case "ndjson":
      return { result: (data) => `${json(data)}\n`, end: () => "" };
    case "table":
      return tablePrinter(columns);
    default:
      return format satisfies never;
  }
}

/** An array that is whole even when a stop cuts the results short. */
function arrayPrinter(): ResultPrinter {
  let count = 0;
  return {
    result: (data) => {
      count += 1;
      return `${count === 1 ? "[" : ","}\n${indent(json(data, 2))}`;
    },
    end: () => (count === 0 ? "[]\n" : "\n]\n"),
  };
}

/** The width of a column is known once all rows are. */
function tablePrinter(columns: number): ResultPrinter {
  const rows: unknown[] = [];
  return {
    result: (data) => {
      rows.push(data);
      return "";
    },
    end: () => (rows.length === 0 ? "" : `${renderTable(rows, columns)}\n`),
  };
}

/** An answer without content (204) is `null`. */
function json(data: unknown, space?: number): string {
  return printable(JSON.stringify(data ?? null, undefined, space));
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
