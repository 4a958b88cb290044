import type { Scenario } from "./scenario.ts";

/** What `--help` prints. */
export function helpText(scenarios: readonly Scenario[]): string {
  const width = Math.max(...scenarios.map((scenario) => scenario.name.length));
  const lines = scenarios.map(
    (scenario) =>
      `  ${scenario.name.padEnd(width)}  ${scenario.metrics[0]?.name ?? ""}: ${scenario.measures}`,
  );
  return `Measures ours and peers side by side and judges the budgets.

Usage: pnpm bench [options] [scenario…]

  --rounds <n>   rounds of every timed scenario, instead of its own number
  --report-only  a failed budget does not fail the command
  --no-write     print only; results/ keeps what it has
  -h, --help     this text

Scenarios (all without a name):
${lines.join("\n")}

Exit status: 0 all budgets hold; 1 one fails; 2 something could not be measured;
3 wrong arguments; 130 interrupted.

Peers are installed once into .cache/, exactly as their lockfiles say. Each round
runs every contender once; the first round is thrown away. A budget is judged by
the median, a ratio by the median of the rounds' ratios.`;
}
