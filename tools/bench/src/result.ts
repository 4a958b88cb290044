import { describeBudget, judgeBudget, valuesOf } from "./judge-budget.ts";
import type { Machine } from "./machine.ts";
import type { Series } from "./measure.ts";
import type { Scenario } from "./scenario.ts";
import { pairwiseRatios, spreadOf, type Spread } from "./statistics.ts";

/** One scenario's answer: what is written as JSON, drawn and printed. */
export interface Result {
  readonly scenario: string;
  readonly measures: string;
  /** Command that measures it again. */
  readonly command: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly figures: readonly Figure[];
  readonly budgets: readonly BudgetResult[];
}

/** One metric of one contender. */
export interface Figure {
  readonly contender: string;
  readonly version?: string | undefined;
  readonly metric: string;
  readonly unit: string;
  readonly isOurs: boolean;
  readonly spread: Spread;
  /** Ours over this contender, round by round; absent for ours and where this is zero. */
  readonly oursRelative?: Spread;
}

export interface BudgetResult {
  readonly promise: string;
  readonly atMost: number;
  readonly measured: Spread;
  readonly holds: boolean;
}

/** Everything that follows from the samples, and nothing else: no clock, no disk. */
export function resultOf(
  scenario: Pick<Scenario, "name" | "measures" | "metrics" | "budgets">,
  series: readonly Series[],
  session: { readonly machine: Machine; readonly rounds: number },
): Result {
  const first = series[0]?.contender.name ?? "";
  const figures = scenario.metrics.flatMap(({ name, unit }) =>
    series.map(({ contender }): Figure => {
      const values = valuesOf(series, contender.name, name);
      const ours = contender.peerOf ?? first;
      const isOurs = contender.name === ours;
      const comparable = !isOurs && values.every((value) => value !== 0);
      return {
        contender: contender.name,
        version: contender.version,
        metric: name,
        unit,
        isOurs,
        spread: spreadOf(values),
        ...(comparable
          ? { oursRelative: spreadOf(pairwiseRatios(valuesOf(series, ours, name), values)) }
          : {}),
      };
    }),
  );
  const budgets = scenario.budgets.map((budget): BudgetResult => {
    const unit = scenario.metrics.find(({ name }) => name === budget.metric)?.unit ?? "";
    const { measured, holds } = judgeBudget(budget, series);
    return { promise: describeBudget(budget, unit), atMost: budget.atMost, measured, holds };
  });
  return {
    scenario: scenario.name,
    measures: scenario.measures,
    command: `pnpm bench ${scenario.name}`,
    machine: session.machine,
    rounds: session.rounds,
    figures,
    budgets,
  };
}
