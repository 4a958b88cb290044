/** Errors of the compiler in the words of a rule id. */
const KEYWORDS: Readonly<Record<number, string>> = {
  2339: "missing",
  2551: "missing",
  2353: "unknown-argument",
  2322: "not-assignable",
  2345: "argument",
  2554: "arguments",
  2741: "argument",
  2739: "argument",
  2740: "argument",
  2367: "comparison",
  2678: "comparison",
  2532: "possibly-absent",
  2531: "possibly-absent",
  2533: "possibly-absent",
  18047: "possibly-absent",
  18048: "possibly-absent",
  18049: "possibly-absent",
};

export function sourceKeyword(code: number, message: string): string {
  if (/type 'never'/.test(message) && code === 2322) return "not-exhaustive";
  return KEYWORDS[code] ?? `ts${String(code)}`;
}

/** A comparison with what cannot arrive any more: the rest of the code is right as it stands. */
export function isNarrowing(keyword: string): boolean {
  return keyword === "comparison";
}
