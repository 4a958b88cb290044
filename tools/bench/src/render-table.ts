import Table from "cli-table3";
import { formatNumber } from "./format-number.ts";
import type { Figure, Result } from "./result.ts";
import type { Spread } from "./statistics.ts";

/** One scenario for a terminal: a row a contender, then the budgets and whether they hold. */
export function renderTable(result: Result): string {
  const metrics = [...new Set(result.figures.map((figure) => figure.metric))];
  const contenders = [...new Set(result.figures.map((figure) => figure.contender))];
  const [first = ""] = metrics;
  const table = new Table({
    head: ["contender", "version", ...metrics, `ours is (${first})`],
    style: { head: [], border: [], compact: true },
  });
  for (const contender of contenders) {
    const own = result.figures.filter((figure) => figure.contender === contender);
    const relative = own.find((figure) => figure.metric === first)?.oursRelative;
    table.push([
      contender,
      own[0]?.version ?? "",
      ...own.map(describeFigure),
      relative === undefined ? "" : `${formatNumber(relative.median)} ×`,
    ]);
  }
  const budgets = result.budgets.map(
    ({ promise, measured, holds }) =>
      `${holds ? "holds" : "FAILS"}  ${promise}: ${formatNumber(measured.median)}${quartiles(measured)}`,
  );
  const heading = `${result.scenario}: ${result.measures}`;
  return [heading, table.toString(), ...budgets, ""].join("\n");
}

/** The last lines: how many budgets hold, which fail, and what has no answer. */
export function summarise(results: readonly Result[], unmeasured: readonly string[]): string {
  const budgets = results.flatMap((result) =>
    result.budgets.map((budget) => ({ ...budget, scenario: result.scenario })),
  );
  const failed = budgets.filter((budget) => !budget.holds);
  return [
    `${budgets.length - failed.length} of ${budgets.length} budgets hold`,
    ...failed.map(({ scenario, promise }) => `fails: ${scenario}: ${promise}`),
    ...unmeasured.map((scenario) => `not measured: ${scenario}`),
  ].join("\n");
}

function describeFigure({ spread, unit }: Figure): string {
  return `${formatNumber(spread.median)} ${unit}${quartiles(spread)}`;
}

/** What cannot vary is measured once and has none. */
function quartiles(spread: Spread): string {
  if (spread.count === 1) return "";
  return ` (${formatNumber(spread.q1)}–${formatNumber(spread.q3)})`;
}
