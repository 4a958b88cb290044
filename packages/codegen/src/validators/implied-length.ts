/** Matches one code point under the `u` flag: a class, an escape of one, a plain character. */
const atom =
  /^(?:\[(?:[^\\\][]|\\[dswDSW\\\]^[/.*+?$(){}|-])+\]|\\[dswDSW\\\][^/.*+?$(){}|-]|[^\\[\](){}*+?.^$|\n\r\u2028\u2029\ud800-\udfff])(?:\{(\d{1,5})(?:(,)(\d{1,5})?)?\}|([*+?]))?/u;

/**
 * The lengths, in code points, that a string must have to match `source`; nothing where that is not
 * plain to see. `^CH[0-9a-fA-F]{32}$` implies 34: a validator that tests it need not count.
 */
export const impliedLength = (
  source: string,
): { readonly min: number; readonly max: number } | undefined => {
  if (!source.startsWith("^") || !source.endsWith("$")) return undefined;
  let rest = source.slice(1, -1);
  let min = 0;
  let max = 0;
  while (rest !== "") {
    const match = atom.exec(rest);
    if (match === null) return undefined;
    const [whole, least, comma, most, sign] = match;
    const from = least === undefined ? Number(sign !== "*" && sign !== "?") : Number(least);
    min += from;
    max +=
      sign === "*" || sign === "+" || (comma !== undefined && most === undefined)
        ? Infinity
        : Number(most ?? (sign === "?" ? 1 : from));
    rest = rest.slice(whole.length);
    if (/^[?+*{]/.test(rest)) return undefined;
  }
  return { min, max };
};
