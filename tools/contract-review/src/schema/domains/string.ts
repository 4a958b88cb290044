import type { DFA } from "refa";
import { canonicalJson } from "../../json/canonical-json.ts";
import type { Atom } from "../formula/formula.ts";
import { negateAtom } from "../formula/negate.ts";
import { type Format, formats, isFormatWithin, notARegex } from "../language/formats.ts";
import { matches, maxStates, patternLanguage } from "../language/pattern-language.ts";
import { plainPattern } from "../language/plain-pattern.ts";
import { refa } from "../language/refa.ts";
import { wordsOf } from "../language/words.ts";
import { empty, found, unknown, type Answer } from "./answer.ts";
import * as finite from "./finite.ts";

/** Strings by length in code points, patterns, formats and listed values. */
export interface StringSet {
  readonly min: number;
  readonly max: number;
  readonly patterns: readonly string[];
  readonly notPatterns: readonly string[];
  readonly formats: readonly string[];
  readonly notFormats: readonly string[];
  readonly values: finite.FiniteSet;
}

const anyString: StringSet = {
  min: 0,
  max: Infinity,
  patterns: [],
  notPatterns: [],
  formats: [],
  notFormats: [],
  values: finite.anyValue,
};

export function meet(atoms: readonly Atom[]): StringSet {
  return atoms.reduce(narrow, anyString);
}

/** Whether every string of the set satisfies the atom, as far as that can be proved. */
export function isWithin(set: StringSet, atom: Atom): boolean {
  return sample(narrow(set, negateAtom(atom))).kind === "empty";
}

function narrow(set: StringSet, atom: Atom): StringSet {
  switch (atom.kind) {
    case "size":
      return atom.side === "min"
        ? { ...set, min: Math.max(set.min, atom.value) }
        : { ...set, max: Math.min(set.max, atom.value) };
    case "pattern":
      return atom.negated
        ? { ...set, notPatterns: [...set.notPatterns, atom.source] }
        : { ...set, patterns: [...set.patterns, atom.source] };
    case "format":
      return atom.negated
        ? { ...set, notFormats: [...set.notFormats, atom.name] }
        : { ...set, formats: [...set.formats, atom.name] };
    default:
      return { ...set, values: finite.narrow(set.values, atom) };
  }
}

/** Candidates that are looked at before the search gives up. */
const maxCandidates = 400;
/** Longer strings are not made: a mebibyte-sized `maxLength` is still told from half of it. */
const longest = 1 << 24;

/** Whether the string is in the set; `undefined` where a pattern or format cannot be asked. */
export function has(text: string, set: StringSet): boolean | undefined {
  if (!finite.has(canonicalJson(text), set.values)) return false;
  // Only long strings may differ in code units and code points.
  const length = text.length < set.min ? text.length : lengthOf(text);
  if (length < set.min || length > set.max) return false;
  const answers = new Set([
    ...set.patterns.map((source) => matches(source, text)),
    ...set.notPatterns.map((source) => not(matches(source, text))),
    ...set.formats.map((name) => hasFormat(name, text)),
    ...set.notFormats.map((name) => not(hasFormat(name, text))),
  ]);
  if (answers.has(false)) return false;
  return answers.has(undefined) ? undefined : true;
}

export function sample(given: StringSet): Answer<string> {
  const set = withLengths(given);
  if (set.min > set.max || isContradiction(set)) return empty;
  return set.values.among === undefined ? unlisted(set) : fromList(set);
}

/** What plain patterns say of the length. */
function withLengths(set: StringSet): StringSet {
  const plain = set.patterns.map(plainPattern).filter((pattern) => pattern !== undefined);
  if (plain.length === 0) return set;
  return {
    ...set,
    min: Math.max(set.min, ...plain.map(({ minLength }) => minLength)),
    max: Math.min(set.max, ...plain.map(({ maxLength }) => maxLength)),
  };
}

function fromList(set: StringSet): Answer<string> {
  let open = false;
  for (const value of finite.listed(set.values)) {
    if (typeof value !== "string") continue;
    const within = has(value, set);
    if (within === true) return found(value);
    open ||= within === undefined;
  }
  return open ? unknown(stopper(set)) : empty;
}

function unlisted(set: StringSet): Answer<string> {
  const pick = readable(set);
  if (pick !== undefined) return pick;
  const language = languageOf(set);
  if (language?.isEmpty === true) return empty;
  if (language === undefined) return unknown(stopper(set));
  const words = wordsOf(language, set.min, set.max);
  let doubtful = false;
  for (let tried = 0; tried <= maxCandidates + set.values.except.size; tried += 1) {
    const next = words.next();
    // The language has every string of the set, so where each of its words is refused none is left.
    if (next.done === true) return next.value && !doubtful ? empty : unknown(stopper(set));
    const within = has(next.value, set);
    if (within === true) return found(next.value);
    doubtful ||= within === undefined;
  }
  return unknown(stopper(set));
}

/** Strings a reader knows at sight, before an automaton makes one up. */
function readable(set: StringSet): Answer<string> | undefined {
  const candidates =
    set.formats.length > 0
      ? set.formats.flatMap((name) => examplesOf(name, set))
      : ["a", ...matching(set), ...repeated(set.min), ...plain, notARegex, " ", "a b", ""];
  const text = candidates.find((candidate) => has(candidate, set) === true);
  return text === undefined ? undefined : found(text);
}

function matching({ patterns, min }: StringSet): readonly string[] {
  if (min > longest) return [];
  return patterns.flatMap((source) => plainPattern(source)?.example(min) ?? []);
}

/** Samples of a format, and a longer or shorter one where the length is at stake. */
function examplesOf(name: string, set: StringSet): readonly string[] {
  const format = formatOf(name);
  if (format === undefined) return [];
  const lengths = [set.min, set.max].filter((length) => length <= longest);
  const made = lengths.map((length) => format.ofLength?.(length));
  return [...format.samples, ...made.filter((text) => text !== undefined)];
}

function formatOf(name: string): Format | undefined {
  return Object.hasOwn(formats, name) ? formats[name] : undefined;
}

const plain = ["b", "c", "d", "e", "f", "g", "h", "0", "A"];

const repeated = (length: number): readonly string[] =>
  length > 1 && length <= longest ? ["a".repeat(length)] : [];

function isContradiction(set: StringSet): boolean {
  return (
    set.patterns.some((source) => set.notPatterns.includes(source)) ||
    set.formats.some((inner) => set.notFormats.some((outer) => isFormatWithin(inner, outer)))
  );
}

const combined = new Map<string, DFA | undefined>();

/** All strings of the patterns and formats, and perhaps more: what is not known is left out. */
function languageOf(set: StringSet): DFA | undefined {
  const within = [...set.patterns, ...set.formats.map((name) => formats[name]?.within ?? "")];
  const outside = set.notPatterns.filter((source) => patternLanguage(source) !== undefined);
  const known = within.filter((source) => source !== "" && patternLanguage(source) !== undefined);
  const key = JSON.stringify([known.toSorted(), outside.toSorted()]);
  if (!combined.has(key)) combined.set(key, combine(known, outside));
  return combined.get(key);
}

/** All texts but those that contain the code points by which patterns see the edges. */
function everyText(): DFA {
  return patternLanguage("")?.copy() ?? refa().DFA.all({ maxCharacter: 0x10ffff });
}

function combine(within: readonly string[], outside: readonly string[]): DFA | undefined {
  try {
    const { DFA } = refa();
    let all = everyText();
    const join = (other: DFA): void => {
      all = DFA.fromIntersection(all, other, new DFA.LimitedNodeFactory(maxStates));
      all.minimize();
    };
    for (const source of within) {
      const language = patternLanguage(source);
      if (language !== undefined) join(language);
    }
    for (const source of outside) {
      const language = patternLanguage(source)?.copy();
      language?.complement();
      if (language !== undefined) join(language);
    }
    return all;
  } catch {
    // The library reports an automaton beyond the limit by throwing.
    return undefined;
  }
}

/** `undefined` where implementations may differ, or where nobody knows the format. */
function hasFormat(name: string, text: string): boolean | undefined {
  const format = formatOf(name);
  if (format === undefined) return undefined;
  if (format.samples.includes(text) || format.ofLength?.(text.length) === text) return true;
  if (name === "regex") return text === notARegex ? false : undefined;
  return matches(format.within, text) === false ? false : undefined;
}

const not = (answer: boolean | undefined): boolean | undefined =>
  answer === undefined ? undefined : !answer;

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function stopper(set: StringSet): string {
  if ([...set.formats, ...set.notFormats].length > 0) return "format";
  return [...set.patterns, ...set.notPatterns].length > 0 ? "pattern" : "minLength";
}
