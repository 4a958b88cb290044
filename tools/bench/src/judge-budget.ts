import type { Series } from "./measure.ts";
import type { Budget } from "./scenario.ts";
import { pairwiseDifferences, pairwiseRatios, spreadOf, type Spread } from "./statistics.ts";

/** What was promised, what was measured, and whether the one holds the other. */
export interface Judgement {
  readonly budget: Budget;
  readonly measured: Spread;
  readonly holds: boolean;
}

/** Judges by the median. Throws where a budget names what was not measured: such a promise is empty. */
export function judgeBudget(budget: Budget, series: readonly Series[]): Judgement {
  const measured = spreadOf(measuredValues(budget, series));
  return { budget, measured, holds: measured.median <= budget.atMost };
}

function measuredValues(budget: Budget, series: readonly Series[]): readonly number[] {
  const ours = valuesOf(series, budget.contender, budget.metric);
  if (budget.kind === "limit") return ours;
  const theirs = valuesOf(series, budget.peer, budget.metric);
  return budget.kind === "ratio" ? pairwiseRatios(ours, theirs) : pairwiseDifferences(ours, theirs);
}

/** The values of one metric of one contender, round by round. */
export function valuesOf(
  series: readonly Series[],
  contender: string,
  metric: string,
): readonly number[] {
  const found = series.find((entry) => entry.contender.name === contender);
  if (found === undefined) throw new Error(`no contender is called ${contender}`);
  return found.samples.map((sample) => {
    const value = sample[metric];
    if (value === undefined || !Number.isFinite(value)) {
      throw new Error(`${contender} measured no ${metric}`);
    }
    return value;
  });
}

/** The promise in words, e.g. `cpu of ours ≤ 1.15 × fetch`. */
export function describeBudget(budget: Budget, unit: string): string {
  const subject = `${budget.metric} of ${budget.contender}`;
  if (budget.kind === "limit") return `${subject} ≤ ${budget.atMost} ${unit}`;
  return budget.kind === "ratio"
    ? `${subject} ≤ ${budget.atMost} × ${budget.peer}`
    : `${subject} ≤ ${budget.peer} + ${budget.atMost} ${unit}`;
}
