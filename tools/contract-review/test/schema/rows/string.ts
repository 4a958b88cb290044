import type { Narrowing, Twin } from "./row.ts";

const s = (rest: object = {}): { type: "string" } => ({ type: "string", ...rest });

export const narrowings: readonly Narrowing[] = [
  {
    name: "maxLength lowered",
    wide: s({ maxLength: 5 }),
    narrow: s({ maxLength: 3 }),
    gap: ["maxLength", "", "aaaa"],
  },
  {
    name: "maxLength added",
    wide: s(),
    narrow: s({ maxLength: 3 }),
    gap: ["maxLength", "", "aaaa"],
  },
  {
    name: "minLength raised",
    wide: s({ minLength: 1 }),
    narrow: s({ minLength: 2 }),
    gap: ["minLength", "", "a"],
  },
  { name: "minLength added", wide: s(), narrow: s({ minLength: 1 }), gap: ["minLength", "", ""] },
  {
    name: "length in code points",
    wide: s({ enum: ["😀😀"] }),
    narrow: s({ enum: ["😀😀"], maxLength: 1 }),
    gap: ["maxLength", "", "😀😀"],
  },
  {
    name: "pattern added",
    wide: s(),
    narrow: s({ pattern: "^[0-9]+$" }),
    gap: ["pattern", "", "a"],
  },
  {
    name: "pattern of a smaller class",
    wide: s({ pattern: "^[a-z]+$" }),
    narrow: s({ pattern: "^[a-f]+$" }),
    gap: ["pattern", "", "g"],
  },
  {
    name: "pattern anchored",
    wide: s({ pattern: "ab" }),
    narrow: s({ pattern: "^ab" }),
    gap: ["pattern", "", "aab"],
  },
  {
    name: "pattern with a literal prefix",
    wide: s({ pattern: "^(CH|WT)[0-9a-f]{4}$" }),
    narrow: s({ pattern: "^CH[0-9a-f]{4}$" }),
    gap: ["pattern", "", "WTaaaa"],
  },
  {
    name: "pattern with a shorter repetition",
    wide: s({ pattern: "^a{1,5}$" }),
    narrow: s({ pattern: "^a{1,3}$" }),
    gap: ["pattern", "", "aaaa"],
  },
  {
    name: "length where the pattern allows more",
    wide: s({ pattern: "^[a-z]*$" }),
    narrow: s({ pattern: "^[a-z]*$", maxLength: 2 }),
    gap: ["maxLength", "", "aaa"],
  },
  {
    name: "pattern with a lookahead at its start",
    wide: s({ pattern: "^[a-z0-9]{3}$" }),
    narrow: s({ pattern: "^(?=.*[0-9])[a-z0-9]{3}$" }),
    gap: ["pattern", "", "aaa"],
  },
  { name: "format added", wide: s(), narrow: s({ format: "date-time" }), gap: ["format", "", "a"] },
  {
    name: "format added to what a pattern shapes",
    wide: s({ pattern: "^[a-z]{3}$" }),
    narrow: s({ pattern: "^[a-z]{3}$", format: "ipv4" }),
    gap: ["format", "", "aaa"],
  },
  {
    name: "one string excluded",
    wide: s(),
    narrow: s({ not: { enum: ["a"] } }),
    gap: ["not", "", "a"],
  },
  {
    name: "a pattern excluded",
    wide: s(),
    narrow: s({ not: { pattern: "^x" } }),
    gap: ["not", "", "x"],
  },
  {
    name: "a length for a format",
    wide: s({ format: "uri" }),
    narrow: s({ format: "uri", maxLength: 30 }),
    gap: ["maxLength", "", "https://example.com/aaaaaaaaaaa"],
  },
  {
    name: "a length for addresses",
    wide: s({ format: "email" }),
    narrow: s({ format: "email", maxLength: 70 }),
    gap: ["maxLength", "", `${"a".repeat(64)}@aa.com`],
  },
  { name: "base64", wide: s(), narrow: s({ format: "byte" }), gap: ["format", "", "a"] },
];

export const twins: readonly Twin[] = [
  {
    name: "a fixed length and its pattern",
    left: s({ pattern: "^CH[0-9a-f]{32}$", minLength: 34, maxLength: 34 }),
    right: s({ pattern: "^CH[0-9a-f]{32}$" }),
  },
  {
    name: "digits in two notations",
    left: s({ pattern: "^\\d+$" }),
    right: s({ pattern: "^[0-9]+$" }),
  },
  { name: "a group and none", left: s({ pattern: "^(?:abc)$" }), right: s({ pattern: "^abc$" }) },
  {
    name: "alternatives in another order",
    left: s({ pattern: "^(a|b)$" }),
    right: s({ pattern: "^[ba]$" }),
  },
  {
    name: "alternatives and enum",
    left: s({ pattern: "^(?:on|off)$" }),
    right: { enum: ["off", "on"] },
  },
  { name: "anything at the ends", left: s({ pattern: "a" }), right: s({ pattern: "^[^]*a[^]*$" }) },
  { name: "a pattern that matches everything", left: s({ pattern: "" }), right: s() },
  { name: "a repetition unrolled", left: s({ pattern: "^a+$" }), right: s({ pattern: "^aa*$" }) },
  {
    name: "the same pattern with a lookbehind",
    left: s({ pattern: "(?<=x)y" }),
    right: { allOf: [{ type: "string" }, { pattern: "(?<=x)y" }] },
  },
  { name: "minLength 0", left: s({ minLength: 0 }), right: s() },
  {
    name: "length 1 and a dot with line ends",
    left: s({ minLength: 1, maxLength: 1 }),
    right: s({ pattern: "^[\\s\\S]$" }),
  },
  { name: "a format that only advises", left: s({ format: "password" }), right: s() },
  {
    name: "the same format beside",
    left: s({ format: "uuid" }),
    right: { allOf: [{ format: "uuid" }, { type: "string" }] },
  },
  {
    name: "enum and anyOf of const",
    left: { enum: ["a", "b"] },
    right: { anyOf: [{ const: "b" }, { const: "a" }] },
  },
];
