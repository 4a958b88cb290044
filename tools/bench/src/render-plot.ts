import { formatNumber } from "./format-number.ts";
import type { Result } from "./result.ts";

const row = 34;
const left = 240;
const width = 760;
const barWidth = width - left - 150;

/**
 * The first metric of a scenario as a bar for each contender, with a line from quartile to quartile.
 * Colours follow the reader's light or dark setting.
 */
export function renderPlot(result: Result): string {
  const [first] = result.figures;
  const figures = result.figures.filter((figure) => figure.metric === first?.metric);
  const widest = Math.max(...figures.map((figure) => figure.spread.max), Number.MIN_VALUE);
  const scale = (value: number): string => (left + (value / widest) * barWidth).toFixed(1);
  const top = 70;
  const bottom = top + figures.length * row + 16;
  const height = bottom + result.budgets.length * 20 + 30;

  const bars = figures.map((figure, index) => {
    const y = top + index * row;
    const { median, q1, q3 } = figure.spread;
    const kind = figure.isOurs ? "ours" : "peer";
    const middle = y + 11;
    return [
      `<text class="name" x="${left - 10}" y="${y + 15}">${escape(figure.contender)}</text>`,
      `<rect class="${kind}" x="${left}" y="${y}" width="${(Number(scale(median)) - left).toFixed(1)}" height="22" rx="2"/>`,
      `<path class="spread" d="M${scale(q1)} ${middle}H${scale(q3)}M${scale(q1)} ${y + 6}V${y + 16}M${scale(q3)} ${y + 6}V${y + 16}"/>`,
      `<text class="value" x="${Number(scale(Math.max(median, q3))) + 8}" y="${y + 15}">${formatNumber(median)} ${escape(figure.unit)}</text>`,
    ].join("\n  ");
  });
  const budgets = result.budgets.map(
    ({ promise, measured, holds }, index) =>
      `<text class="${holds ? "holds" : "fails"}" x="10" y="${bottom + index * 20}">${holds ? "holds" : "fails"}: ${escape(promise)} (${formatNumber(measured.median)})</text>`,
  );
  const { machine } = result;
  const foot = `median of ${result.rounds}, quartiles · ${machine.processor}, ${machine.cores} cores · Node ${machine.node}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
  <title id="title">${escape(result.scenario)}: ${escape(first?.metric ?? "")}, ${escape(result.measures)}</title>
  <style>
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
    .heading { font-weight: 600; font-size: 15px }
    .foot { font-size: 11px; fill: #59636e }
    .name { text-anchor: end }
    .holds { fill: #1a7f37 }
    .fails { fill: #d1242f }
    .ours { fill: #0969da }
    .peer { fill: #afb8c1 }
    .spread { stroke: #1f2328; stroke-width: 1.5; fill: none }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 }
      .foot { fill: #9198a1 }
      .holds { fill: #3fb950 }
      .fails { fill: #f85149 }
      .ours { fill: #4493f8 }
      .peer { fill: #656c76 }
      .spread { stroke: #e6edf3 }
    }
  </style>
  <text class="heading" x="10" y="24">${escape(result.scenario)}: ${escape(first?.metric ?? "")}</text>
  <text class="foot" x="10" y="44">less is better</text>
  ${[...bars, ...budgets].join("\n  ")}
  <text class="foot" x="10" y="${height - 14}">${escape(foot)}</text>
</svg>
`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
