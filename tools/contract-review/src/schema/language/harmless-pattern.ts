import type * as Regexpp from "@eslint-community/regexpp";
import type { AST } from "@eslint-community/regexpp";
import { loadModule } from "../../load-module.ts";
import { isQuick } from "./plain-pattern.ts";

/** Texts of this length may be matched against any pattern: even 2^n steps are few. */
const shortText = 20;

const known = new Map<string, boolean>();

/**
 * Whether a backtracking engine answers in reasonable time. Only a repetition within a repetition
 * can take time exponential in the text, so only such patterns are asked about short texts alone.
 */
export function isHarmless(source: string, length: number): boolean {
  if (length <= shortText || isQuick(source, length)) return true;
  let harmless = known.get(source);
  if (harmless === undefined) known.set(source, (harmless = !repeatsWithinRepetition(source)));
  return harmless;
}

function repeatsWithinRepetition(source: string): boolean {
  try {
    const { RegExpParser } = loadModule("@eslint-community/regexpp") as typeof Regexpp;
    const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: true });
    return pattern.alternatives.some((alternative) => repeats(alternative.elements, false));
  } catch {
    return true;
  }
}

function repeats(elements: readonly AST.Element[], within: boolean): boolean {
  return elements.some((element) => {
    if (element.type === "Quantifier") {
      const many = element.max > 3;
      if (many && within && element.min !== element.max) return true;
      return repeats([element.element], within || many);
    }
    if ("alternatives" in element) {
      const choice = within && element.alternatives.length > 1;
      return (
        choice ||
        element.alternatives.some(
          (alternative) => "elements" in alternative && repeats(alternative.elements, within),
        )
      );
    }
    return false;
  });
}
