import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { arbitraryPair } from "./arbitrary-pair.ts";
import { arbitraryValue } from "./arbitrary-schema.ts";
import { examine } from "./examine.ts";

/** The long run: `pnpm fuzz --pairs 100000 --seed 1`. Ends with 1 at any counterexample. */
const { values: options } = parseArgs({
  options: { pairs: { type: "string", default: "100000" }, seed: { type: "string", default: "1" } },
});
const [pairs, seed] = [Number(options.pairs), Number(options.seed)];
const batch = 1000;
const tally = { compatible: 0, breaking: 0, undecided: 0, counterexamples: 0 };
const stoppedBy = new Map<string, number>();

for (let done = 0; done < pairs; done += batch) {
  const own = { seed: seed + done, numRuns: Math.min(batch, pairs - done) };
  const values = fc.sample(arbitraryValue, { seed: own.seed, numRuns: 2000 });
  for (const pair of fc.sample(arbitraryPair, own)) {
    const examined = await examine(pair, values);
    tally[examined.answer] += 1;
    tally.counterexamples += examined.counterexamples.length;
    for (const counterexample of examined.counterexamples) console.error(counterexample);
    if (examined.answer !== "undecided") continue;
    for (const keyword of examined.stoppedBy) {
      stoppedBy.set(keyword, (stoppedBy.get(keyword) ?? 0) + 1);
    }
  }
  console.error(`${done + own.numRuns} of ${pairs}: ${JSON.stringify(tally)}`);
}
console.log(JSON.stringify({ pairs, seed, ...tally, stoppedBy: Object.fromEntries(stoppedBy) }));
process.exitCode = tally.counterexamples === 0 ? 0 : 1;
