const compiles = (source: string, flags: string): boolean => {
  try {
    return new RegExp(source, flags) instanceof RegExp;
  } catch {
    return false;
  }
};

/** Syntax younger than ES2022, which this engine may know and a consumer's may not. */
const isYoung = (source: string): boolean => {
  const names = [...source.matchAll(/\(\?<([^>=!]+)>/gu)].map(([, name]) => name);
  return /(?:^|[^\\])(?:\\\\)*\(\?[ims-]+:/.test(source) || new Set(names).size < names.length;
};

/**
 * How a `pattern` becomes a RegExp. JSON Schema says ECMA-262 with Unicode (Core §6.4), hence the `u`
 * flag; without it where only that compiles (`^[\w-.]+$`), as authors try patterns without it.
 */
export const regularExpressionKind = (
  source: string,
): "unicode" | "plain" | "young" | "invalid" => {
  if (isYoung(source)) return "young";
  if (compiles(source, "u")) return "unicode";
  return compiles(source, "") ? "plain" : "invalid";
};
