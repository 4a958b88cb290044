import fc from "fast-check";
import { gaps } from "../../src/schema/gap.ts";
import { arbitraryValue } from "./arbitrary-schema.ts";
import { arbitraryPair } from "./arbitrary-pair.ts";
import { judge, arbitrate } from "./oracle.ts";
const n = Number(process.argv[2] ?? 300),
  seed = Number(process.argv[3] ?? 1);
const R = { producerClosed: false, direction: "request" } as const;
const src = (v: any) => ({ root: v, pointer: "", dialect: "2020-12" }) as const;
const pairs = fc.sample(arbitraryPair, { numRuns: n, seed });
const values = fc.sample(arbitraryValue, { numRuns: 1000, seed });
let c = 0,
  r = 0,
  u = 0,
  bad = 0,
  arb = 0,
  T = 0,
  mx = 0;
const stops: any = {};
let slow: any = [];
for (const [p, q] of pairs) {
  let jp, jq;
  try {
    jp = judge(p);
    jq = judge(q);
  } catch (e) {
    continue;
  }
  const t0 = performance.now();
  let g;
  try {
    g = gaps(src(p), src(q), R);
  } catch (e: any) {
    console.log(
      "THROW",
      e.stack.split("\n").slice(0, 6).join("|"),
      JSON.stringify(p),
      JSON.stringify(q),
    );
    bad++;
    continue;
  }
  const dt = performance.now() - t0;
  T += dt;
  mx = Math.max(mx, dt);
  if (dt > 500) slow.push([Math.round(dt), JSON.stringify(p), JSON.stringify(q)]);
  const refuted = g.filter((x) => x.kind === "refuted");
  for (const x of refuted) {
    if (!(jp(x.witness!) && !jq(x.witness!))) {
      arb++;
      const a = await arbitrate(p, x.witness!),
        b = await arbitrate(q, x.witness!);
      if (!(a && !b)) {
        bad++;
        console.log(
          "BADWITNESS",
          JSON.stringify(x.witness),
          jp(x.witness!),
          jq(x.witness!),
          a,
          b,
          JSON.stringify(p),
          JSON.stringify(q),
        );
      }
    }
  }
  if (g.length === 0) {
    c++;
    for (const v of [...values])
      if (jp(v) !== false && !jq(v)) {
        arb++;
        if ((await arbitrate(p, v)) && !(await arbitrate(q, v))) {
          bad++;
          console.log("MISS", JSON.stringify(v), JSON.stringify(p), JSON.stringify(q));
          break;
        }
      }
  } else if (refuted.length) r++;
  else {
    u++;
    for (const x of g) stops[x.stoppedBy!] = (stops[x.stoppedBy!] ?? 0) + 1;
    if (process.argv[4])
      console.log(
        "UNDEC",
        g.map((x) => x.keyword + "/" + x.stoppedBy).join(),
        JSON.stringify(p),
        JSON.stringify(q),
      );
  }
}
console.log({ c, r, u, bad, arb, T, mx, stops });
for (const s of slow.slice(0, 5)) console.log("SLOW", ...s);
