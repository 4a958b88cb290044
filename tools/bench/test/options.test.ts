import { expect, test } from "vitest";
import { helpText } from "../src/help.ts";
import { parseOptions } from "../src/options.ts";
import { scenarios } from "../src/scenarios.ts";

const names = scenarios.map((scenario) => scenario.name);

const rows = [
  { name: "without a name all scenarios run", given: [], want: names },
  { name: "a name chooses a scenario", given: ["import"], want: ["import"] },
  {
    name: "several names keep the order of the table",
    given: ["import", "bundle"],
    want: ["bundle", "import"],
  },
];

test.each(rows)("$name", ({ given, want }) => {
  const options = parseOptions(given, scenarios);
  expect(options.kind === "run" && options.scenarios.map((scenario) => scenario.name)).toEqual(
    want,
  );
});

const settings = [
  {
    name: "each scenario has its own number of rounds, budgets count, results are written",
    given: [],
    want: { rounds: undefined, reportOnly: false, write: true },
  },
  { name: "--rounds sets the number", given: ["--rounds", "3"], want: { rounds: 3 } },
  { name: "--report-only is read", given: ["--report-only"], want: { reportOnly: true } },
  { name: "--no-write is read", given: ["--no-write"], want: { write: false } },
];

test.each(settings)("$name", ({ given, want }) => {
  expect(parseOptions(given, scenarios)).toMatchObject(want);
});

const wrong = [
  { name: "an unknown scenario is refused", given: ["speed"], want: "received speed" },
  { name: "no rounds are refused", given: ["--rounds", "0"], want: "above zero; received 0" },
  { name: "rounds that are no number are refused", given: ["--rounds", "x"], want: "received x" },
  { name: "an unknown option is refused", given: ["--quick"], want: "--quick" },
];

test.each(wrong)("$name", ({ given, want }) => {
  expect(parseOptions(given, scenarios)).toEqual({
    kind: "wrong",
    message: expect.stringContaining(want),
  });
});

test.each(names)("the help text names the scenario %s", (name) => {
  expect(helpText(scenarios)).toContain(`\n  ${name}`);
});

test("scenarios have names of their own", () => {
  expect(new Set(names).size).toBe(names.length);
});

test.each(scenarios)("the budgets of $name speak of metrics that it has", (scenario) => {
  const metrics = scenario.metrics.map((metric) => metric.name);
  expect(metrics).toEqual(expect.arrayContaining(scenario.budgets.map((budget) => budget.metric)));
});
