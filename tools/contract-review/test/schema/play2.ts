import fc from "fast-check";
import { gaps } from "../../src/schema/gap.ts";
import { sameSet } from "../../src/schema/same-set.ts";
import { arbitraryPair } from "./arbitrary-pair.ts";
import { judge, arbitrate } from "./oracle.ts";
const n = Number(process.argv[2] ?? 300),
  seed = Number(process.argv[3] ?? 1);
const src = (v: any) => ({ root: v, pointer: "", dialect: "2020-12" }) as const;
const pairs = fc.sample(arbitraryPair, { numRuns: n, seed });
let c = 0,
  r = 0,
  u = 0,
  bad = 0,
  self = 0;
const stops: any = {};
for (const [p, q] of pairs) {
  let jp: any, jq: any;
  try {
    jp = judge(p);
    jq = judge(q);
  } catch {
    continue;
  }
  const o = gaps(src(p), src(q), { producerClosed: false, direction: "request" });
  const g = gaps(src(p), src(q), { producerClosed: true, direction: "request" });
  if (o.length === 0 && g.length) {
    bad++;
    console.log(
      "CLOSED WIDER",
      g[0].kind,
      g[0].keyword,
      g[0].stoppedBy,
      JSON.stringify(g[0].witness),
      JSON.stringify(p),
      JSON.stringify(q),
    );
  }
  for (const s of [p, structuredClone(p)]) {
    const e = gaps(src(p), src(s), { producerClosed: true, direction: "response" });
    if (e.length) {
      self++;
      console.log("SELF", JSON.stringify(e[0]), JSON.stringify(p));
    }
  }
  // same content written differently: wrap in allOf
  const w = { allOf: [{ $ref: "#/$defs/x" }], $defs: { x: p } };
  for (const cl of [false, true]) {
    const e = gaps(src(p), src(w), { producerClosed: cl, direction: "response" });
    if (e.length) {
      self++;
      console.log("WRAP", cl, JSON.stringify(e[0]).slice(0, 300), JSON.stringify(p));
    }
    const e2 = gaps(src(w), src(p), { producerClosed: cl, direction: "response" });
    if (e2.length) {
      self++;
      console.log("UNWRAP", cl, JSON.stringify(e2[0]).slice(0, 300), JSON.stringify(p));
    }
  }
  const ss = sameSet(src(w), src(p), { producerClosed: true, direction: "response" });
  if (ss !== "same") {
    self++;
    console.log("SAMESET", ss, JSON.stringify(p));
  }
  const refuted = g.filter((x) => x.kind === "refuted");
  for (const x of refuted)
    if (!(jp(x.witness!) && !jq(x.witness!))) {
      const a = await arbitrate(p, x.witness!),
        b = await arbitrate(q, x.witness!);
      if (!(a && !b)) {
        bad++;
        console.log("BADWITNESS", JSON.stringify(x.witness), JSON.stringify(p), JSON.stringify(q));
      }
    }
  if (g.length === 0) c++;
  else if (refuted.length) r++;
  else {
    u++;
    for (const x of g) stops[x.stoppedBy!] = (stops[x.stoppedBy!] ?? 0) + 1;
  }
}
console.log({ c, r, u, bad, self, stops });
