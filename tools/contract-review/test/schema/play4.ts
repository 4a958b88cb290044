import { gaps } from "../../src/schema/gap.ts";
import { sameSet } from "../../src/schema/same-set.ts";
const src = (v: any, d: any = "2020-12") => ({ root: v, pointer: "", dialect: d });
const t = (n: string, p: any, c: any, d: any = "2020-12", cl = true) => {
  for (const [a, b, w] of [
    [p, c, "→"],
    [c, p, "←"],
  ] as const) {
    const t0 = performance.now();
    const m0 = process.memoryUsage().heapUsed;
    const g = gaps(src(a, d), src(b, d), { producerClosed: cl, direction: "request" });
    console.log(
      n,
      w,
      (performance.now() - t0).toFixed(0) + "ms",
      Math.round((process.memoryUsage().heapUsed - m0) / 1e6) + "MB",
      g
        .slice(0, 3)
        .map(
          (x) =>
            `${x.kind} ${x.keyword}@${x.instanceLocation} ${x.stoppedBy ?? ""} ${JSON.stringify(x.witness)?.slice(0, 80)}`,
        ),
    );
  }
};
const o = (props: any, rest: any = {}) => ({ type: "object", properties: props, ...rest });
const big = (n: number, x = 0) => ({ enum: Array.from({ length: n }, (_, i) => "v" + (i + x)) });
const wide = 0;
const branches = (n: number, last: any) => ({
  oneOf: Array.from({ length: n }, (_, i) =>
    o(
      {
        kind: { const: "k" + i },
        a: i === n - 1 ? last : { type: "string" },
        ["b" + i]: { type: "integer" },
      },
      { required: ["kind"] },
    ),
  ),
});
0 &&
  t("oneOf 50", branches(50, { type: "string" }), branches(50, { type: "string", maxLength: 3 }));
0 && t("oneOf 50 +1", branches(50, { type: "string" }), branches(51, { type: "string" }));
const nokind = (n: number, x: any) => ({
  oneOf: Array.from({ length: n }, (_, i) =>
    o(
      { ["a" + i]: i === 0 ? x : { type: "string" } },
      { required: ["a" + i], additionalProperties: false },
    ),
  ),
});
t(
  "oneOf 20 closed nokind",
  nokind(20, { type: "string" }),
  nokind(20, { type: "string", minLength: 1 }),
);
const loose = (n: number, x: any) => ({
  oneOf: Array.from({ length: n }, (_, i) => o({ ["a" + i]: i === 0 ? x : { type: "string" } })),
});
0 &&
  t("oneOf 12 loose", loose(12, { type: "string" }), loose(12, { type: "string", minLength: 1 }));
t(
  "anyOf 12 loose",
  { anyOf: loose(12, { type: "string" }).oneOf },
  { anyOf: loose(12, { type: "string", minLength: 1 }).oneOf },
);
const expo = (n: number, leaf: any): any =>
  n === 0 ? leaf : { allOf: [expo(n - 1, leaf), expo(n - 1, leaf)] };
0 && t("allOf 2^10", expo(10, { type: "string" }), expo(10, { type: "string", maxLength: 3 }));
const tangle = (n: number, neg: boolean) => ({
  allOf: Array.from({ length: n }, (_, i) => ({
    anyOf: [{ required: ["x" + i] }, { required: ["y" + i] }, { required: ["z" + ((i * 7) % n)] }],
  })),
  ...(neg ? { maxProperties: Math.floor(n / 2) } : {}),
});
0 && t("sat tangle 12", tangle(12, true), tangle(12, false), "2020-12", false);
0 && t("sat tangle 30", tangle(30, true), { not: tangle(30, false) }, "2020-12", false);
const deep = (n: number, leaf: any): any => {
  let s = leaf;
  for (let i = 0; i < n; i++) s = { type: "object", properties: { a: s } };
  return s;
};
t("deep props 100", deep(100, { type: "string" }), deep(100, { type: "string", maxLength: 3 }));
t("deep props 1000", deep(1000, { type: "string" }), deep(1000, { type: "string", maxLength: 3 }));
t(
  "deep props 10000",
  deep(10000, { type: "string" }),
  deep(10000, { type: "string", maxLength: 3 }),
);
const deepAll = (n: number, leaf: any): any => {
  let s = leaf;
  for (let i = 0; i < n; i++) s = { allOf: [s] };
  return s;
};
t(
  "deep allOf 10000",
  deepAll(10000, { type: "string" }),
  deepAll(10000, { type: "string", maxLength: 3 }),
);
const deepNot = (n: number, leaf: any): any => {
  let s = leaf;
  for (let i = 0; i < n; i++) s = { not: s };
  return s;
};
t(
  "deep not 1000",
  deepNot(1000, { type: "string" }),
  deepNot(1000, { type: "string", maxLength: 3 }),
);
t("catastrophic", { type: "string", pattern: "^(a+)+$" }, { type: "string", pattern: "^(a|aa)+$" });
t(
  "catastrophic2",
  { type: "string", pattern: "^(a+)+b\\1$", minLength: 40 },
  { type: "string", pattern: "^(a|aa)+$" },
);
t(
  "catastrophic3",
  { type: "string", pattern: "^(([a-z])+.)+[A-Z]([a-z])+$", minLength: 60 },
  { type: "string", maxLength: 50 },
);
t(
  "huge repetition",
  { type: "string", pattern: "^[a-z]{1,100000}$" },
  { type: "string", pattern: "^[a-z]{1,99999}$" },
);
t("maxLength 10M", { type: "string", maxLength: 10000000 }, { type: "string", maxLength: 5000000 });
t("maxLength 1M", { type: "string", maxLength: 1000000 }, { type: "string", maxLength: 500000 });
t("self ref", { $ref: "#" }, { type: "string" });
t("self allOf", { allOf: [{ $ref: "#" }], type: "string" }, { type: "string" });
t(
  "mutual",
  { $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } }, $ref: "#/$defs/a" },
  { type: "string" },
);
t(
  "rec anyOf",
  { anyOf: [{ type: "string" }, { type: "array", items: { $ref: "#" } }] },
  {
    anyOf: [
      { type: "string", maxLength: 3 },
      { type: "array", items: { $ref: "#" } },
    ],
  },
);
t("rec no base", o({ n: { $ref: "#" } }, { required: ["n"] }), { type: "string" });
t(
  "minItems 1e6",
  { type: "array", items: { type: "string" }, minItems: 1000000 },
  { type: "array", maxItems: 3 },
);
t(
  "minProperties 1e6",
  { type: "object", minProperties: 1000000 },
  { type: "object", maxProperties: 3 },
  "2020-12",
  false,
);
t(
  "minContains 1000",
  { type: "array", contains: { type: "string" }, minContains: 1000 },
  { type: "array", contains: { type: "string" }, minContains: 1001 },
);
t(
  "unique 5000",
  { type: "array", uniqueItems: true, minItems: 5000 },
  { type: "array", maxItems: 3 },
);
t(
  "unique many small",
  { type: "array", uniqueItems: true, items: { type: "integer", minimum: 1, maximum: 100 } },
  { type: "array", maxItems: 100 },
);
t(
  "multipleOf tiny",
  { type: "number", multipleOf: 1e-300, minimum: 1e300 },
  { type: "number", multipleOf: 7 },
);
t(
  "patterns many",
  {
    type: "object",
    patternProperties: Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => ["^p" + i, { type: "string" }]),
    ),
  },
  {
    type: "object",
    patternProperties: Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        "^p" + i,
        i ? { type: "string" } : { type: "string", maxLength: 1 },
      ]),
    ),
  },
);
t("unresolved ref", { $ref: "#/nope" }, { type: "string" });
t("remote ref", { type: "string" }, { $ref: "https://x.example/y.json" });
t("bad pattern", { type: "string" }, { type: "string", pattern: "(" });
