import { expect, test } from "vitest";
import { statusOfResults } from "../src/exit-status.ts";
import { renderPlot } from "../src/render-plot.ts";
import { renderTable, summarise } from "../src/render-table.ts";
import { resultOf, type Result } from "../src/result.ts";

const machine = {
  processor: "A & B <Processor>",
  cores: 2,
  memoryGb: 4,
  system: "Linux 6 x64",
  node: "v24.0.0",
};

function example(atMost: number): Result {
  return resultOf(
    {
      name: "request",
      measures: "CPU time a request",
      metrics: [
        { name: "cpu", unit: "µs" },
        { name: "peak", unit: "MB" },
      ],
      budgets: [{ kind: "ratio", metric: "cpu", contender: "client", peer: "fetch", atMost }],
    },
    [
      {
        contender: { name: "client" },
        samples: [
          { cpu: 110, peak: 50 },
          { cpu: 120, peak: 50 },
        ],
      },
      {
        contender: { name: "fetch", version: "v24.0.0" },
        samples: [
          { cpu: 100, peak: 40 },
          { cpu: 100, peak: 40 },
        ],
      },
    ],
    { machine, rounds: 2 },
  );
}

test("a result has a figure for each metric of each contender, and ours relative to peers", () => {
  const { figures } = example(1.2);
  expect(figures.map(({ metric, contender }) => `${metric} ${contender}`)).toEqual([
    "cpu client",
    "cpu fetch",
    "peak client",
    "peak fetch",
  ]);
  expect(figures.map((figure) => figure.oursRelative?.median)).toEqual([
    undefined,
    1.15,
    undefined,
    1.25,
  ]);
});

test("a peer is compared with the one of ours that it names, and ours with nothing", () => {
  const contenders = [
    { name: "ours, small", cpu: 1 },
    { name: "ours, large", peerOf: "ours, large", cpu: 10 },
    { name: "peer, large", peerOf: "ours, large", cpu: 20 },
  ];
  const { figures } = resultOf(
    { name: "growth", measures: "", metrics: [{ name: "cpu", unit: "ms" }], budgets: [] },
    contenders.map(({ cpu, ...contender }) => ({ contender, samples: [{ cpu }] })),
    { machine, rounds: 1 },
  );
  expect(figures.map((figure) => figure.oursRelative?.median)).toEqual([undefined, undefined, 0.5]);
});

test("a result says how to measure it again", () => {
  expect(example(1.2)).toMatchObject({ command: "pnpm bench request", rounds: 2, machine });
});

test("the table shows medians, quartiles, versions and the verdict", () => {
  const shown = renderTable(example(1.2));
  for (const text of ["115 µs (113–118)", "v24.0.0", "1.15 ×"]) expect(shown).toContain(text);
  expect(shown).toContain("holds  cpu of client ≤ 1.2 × fetch: 1.15");
});

test("a budget that fails is shown as such", () => {
  expect(renderTable(example(1.1))).toContain("FAILS  cpu of client ≤ 1.1 × fetch");
});

test("the summary counts the budgets, and names those that fail and what has no answer", () => {
  expect(summarise([example(1.2), example(1.1)], ["import"])).toBe(
    "1 of 2 budgets hold\nfails: request: cpu of client ≤ 1.1 × fetch\nnot measured: import",
  );
});

test("the plot draws the first metric, names ours first, and escapes what is no markup", () => {
  const plot = renderPlot(example(1.2));
  expect(plot.match(/class="(ours|peer)"/g)).toEqual(['class="ours"', 'class="peer"']);
  expect(plot).toContain("A &amp; B &lt;Processor&gt;");
  expect(plot).not.toContain("MB");
});

test("the plot says whether each budget holds", () => {
  expect(renderPlot(example(1.2))).toContain("holds: cpu of client ≤ 1.2 × fetch (1.15)");
  expect(renderPlot(example(1.1))).toContain("fails: cpu of client ≤ 1.1 × fetch (1.15)");
});

test("a longer bar means more", () => {
  const widths = [...renderPlot(example(1.2)).matchAll(/<rect [^>]*width="([\d.]+)"/g)];
  const [ours, peer] = widths.map((match) => Number(match[1]));
  expect(ours).toBeGreaterThan(peer ?? Number.NaN);
});

const statuses = [
  { name: "held budgets pass", given: [1.2], reportOnly: false, want: 0 },
  { name: "one failed budget fails", given: [1.2, 1.1], reportOnly: false, want: 1 },
  { name: "--report-only lets it pass", given: [1.1], reportOnly: true, want: 0 },
];

test.each(statuses)("$name", ({ given, reportOnly, want }) => {
  expect(statusOfResults(given.map(example), reportOnly)).toBe(want);
});
