import fc from "fast-check";
import { sharedComparison } from "../../src/schema/compare/shared-comparison.ts";
import { arbitraryPair } from "./arbitrary-pair.ts";
const n = Number(process.argv[2] ?? 300),
  seed = Number(process.argv[3] ?? 1);
const src = (v: any) => ({ root: v, pointer: "", dialect: "2020-12" }) as const;
let bad = 0,
  f = 0,
  e = 0,
  u = 0;
for (const [p, q] of fc.sample(arbitraryPair, { numRuns: n, seed }))
  for (const cl of [false, true]) {
    const c = sharedComparison(
      src(p),
      src(q),
      { producerClosed: cl, direction: "response" },
      { producer: cl, consumer: cl },
    );
    for (const sg of [1, -1])
      for (const sp of [1, -1]) {
        c.grant(1e5);
        const pl = sp * c.literal("producer", c.producer.at("")),
          ql = sg * c.literal("consumer", c.consumer.at(""));
        const r = c.ask([pl, ql]);
        if (r.kind === "found") {
          f++;
          if (c.solver.holds(r.value, pl) === false || c.solver.holds(r.value, ql) === false) {
            bad++;
            console.log(
              cl,
              sp,
              sg,
              JSON.stringify(r.value),
              c.solver.holds(r.value, pl),
              c.solver.holds(r.value, ql),
              JSON.stringify(p),
              JSON.stringify(q),
            );
          }
        } else if (r.kind === "empty") e++;
        else u++;
      }
  }
console.log({ bad, f, e, u });
