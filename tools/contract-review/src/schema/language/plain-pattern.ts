/**
 * A pattern that is a row of characters and classes with counts, such as `^CH[0-9a-f]{32}$`: its
 * lengths and some of its texts are seen without an automaton.
 */
export interface PlainPattern {
  readonly minLength: number;
  /** `Infinity` where the pattern has no upper bound or leaves an end of the text open. */
  readonly maxLength: number;
  /** A text that the pattern matches, of that length if that can be had. */
  readonly example: (length: number) => string;
}

interface Part {
  readonly character: string;
  readonly min: number;
  readonly max: number;
}

const known = new Map<string, PlainPattern | undefined>();

export function plainPattern(source: string): PlainPattern | undefined {
  if (!known.has(source)) known.set(source, read(source));
  return known.get(source);
}

/** Longer texts are not matched: two counts that vary may take time square in the length. */
const longest = 2000;

/** Whether a backtracking engine tells quickly if the pattern matches a text of this length. */
export function isQuick(source: string, length: number): boolean {
  return length <= longest && plainPattern(source) !== undefined;
}

const part =
  /(?:([^\\^$.*+?()[\]{}|/])|\\([dw^$.*+?()[\]{}|/\\])|(\[(?:[^\\^[\]&~!#-]|\\[dw.\\[\]^-])(?:[^\\[\]&~!#]|\\[dw.\\[\]^-])*\]))(?:\{(\d{1,6})(?:(,)(\d{1,6})?)?\}|([*+?]))?/uy;

function read(source: string): PlainPattern | undefined {
  const isAtStart = source.startsWith("^");
  const isAtEnd = source.endsWith("$") && !source.endsWith("\\$");
  const inner = source.slice(isAtStart ? 1 : 0, isAtEnd ? -1 : undefined);
  const parts = readParts(inner);
  if (parts === undefined) return undefined;
  // Each count that varies, and a start left open, multiplies what a backtracking engine tries.
  const varying = parts.filter(({ min, max }) => min !== max).length;
  if (varying + (isAtStart ? 0 : 1) > 2) return undefined;
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const minLength = sum(parts.map(({ min }) => min));
  return {
    minLength,
    maxLength: isAtStart && isAtEnd ? sum(parts.map(({ max }) => max)) : Infinity,
    example(length) {
      let missing = Math.max(0, length - minLength);
      const text = parts
        .map(({ character, min, max }) => {
          const more = Math.min(max - min, missing);
          missing -= more;
          return character.repeat(min + more);
        })
        .join("");
      if (missing === 0 || (isAtStart && isAtEnd)) return text;
      return isAtEnd ? "a".repeat(missing) + text : text + "a".repeat(missing);
    },
  };
}

function readParts(inner: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (let at = 0; at < inner.length; at = part.lastIndex) {
    part.lastIndex = at;
    const match = part.exec(inner);
    if (match === null) return undefined;
    const [, literal, escaped, set, least, comma, most, sign] = match;
    const character = set === undefined ? (literal ?? exampleOf(escaped ?? "")) : memberOf(set);
    if (character === undefined) return undefined;
    const [min, max] = counts(least, comma, most, sign);
    if (min > max) return undefined;
    parts.push({ character, min, max });
  }
  return parts;
}

function counts(
  least: string | undefined,
  comma: string | undefined,
  most: string | undefined,
  sign: string | undefined,
): readonly [number, number] {
  if (sign !== undefined) return [sign === "+" ? 1 : 0, sign === "?" ? 1 : Infinity];
  if (least === undefined) return [1, 1];
  const min = Number(least);
  if (comma === undefined) return [min, min];
  return [min, most === undefined ? Infinity : Number(most)];
}

function exampleOf(escaped: string): string {
  if (escaped === "d") return "0";
  return escaped === "w" ? "a" : escaped;
}

/** A character of a class, the most readable one first. */
function memberOf(set: string): string | undefined {
  try {
    const matches = new RegExp(`^${set}$`, "u");
    const characters = ["a", "0", "A", "b", "1", "-", "_", " ", ...Array.from(set.slice(1, -1))];
    return characters.find((one) => matches.test(one));
  } catch {
    // A range from behind: the pattern is none.
    return undefined;
  }
}
