import Table from "cli-table3";
import { formatNumber } from "./format-number.ts";
import type { Result } from "./result.ts";
import type { Spread } from "./statistics.ts";

/** One scenario for a terminal: figures, then the budgets and whether they hold. */
export function renderTable(result: Result): string {
  const figures = new Table({
    head: ["what", "contender", "version", "median", "quartiles", "ours is"],
    style: { head: [], border: [], compact: true },
  });
  for (const figure of result.figures) {
    figures.push([
      figure.metric,
      figure.contender,
      figure.version ?? "",
      `${formatNumber(figure.spread.median)} ${figure.unit}`,
      quartiles(figure.spread),
      figure.oursRelative === undefined ? "" : `${formatNumber(figure.oursRelative.median)} ×`,
    ]);
  }
  const budgets = result.budgets.map(
    ({ promise, measured, holds }) =>
      `${holds ? "holds" : "FAILS"}  ${promise}: ${formatNumber(measured.median)} (${quartiles(measured)})`,
  );
  const heading = `${result.scenario}: ${result.measures}`;
  return [heading, figures.toString(), ...budgets, ""].join("\n");
}

function quartiles(spread: Spread): string {
  if (spread.count === 1) return "exact";
  return `${formatNumber(spread.q1)} to ${formatNumber(spread.q3)}`;
}
