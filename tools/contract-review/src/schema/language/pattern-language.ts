import type { CharSet, Concatenation, DFA, Element, NoParent } from "refa";
import { isQuick } from "./plain-pattern.ts";
import { refa } from "./refa.ts";
import { eraseSentinels, sentinelEnd, sentinelStart } from "./sentinels.ts";

/** States at most, in any automaton on the way. */
export const maxStates = 3000;

const languages = new Map<string, DFA | undefined>();

/**
 * The strings that a `pattern` matches, as an automaton over code points (ECMA-262 with flag `u`,
 * unanchored). `undefined` where it looks around, refers back or outgrows {@link maxStates}.
 */
export function patternLanguage(source: string): DFA | undefined {
  if (languages.has(source)) return languages.get(source);
  const made = compile(source);
  languages.set(source, made);
  return made;
}

/** Whether the pattern matches. `undefined`: it is malformed, or might take too long to ask. */
export function matches(source: string, text: string): boolean | undefined {
  if (isQuick(source, text.length)) return new RegExp(source, "u").test(text);
  const language = patternLanguage(source);
  if (language !== undefined) return language.test(wordOf(text));
  // Backtracking is exponential in the length at worst; this length is harmless.
  if (text.length > 16) return undefined;
  try {
    return new RegExp(source, "u").test(text);
  } catch {
    return undefined;
  }
}

export const wordOf = (text: string): number[] =>
  Array.from(text, (character) => character.codePointAt(0) ?? 0);

type Alternatives = readonly NoParent<Concatenation>[];

function compile(source: string): DFA | undefined {
  try {
    const parser = refa().JS.Parser.fromLiteral({ source, flags: "u" });
    const { expression } = parser.parse({
      assertions: "parse",
      backreferences: "throw",
      maxNodes: maxStates,
    });
    return fromAlternatives(expression.alternatives);
  } catch {
    // The library reports what it cannot do, and too many states, by throwing.
    return undefined;
  }
}

function fromAlternatives(alternatives: Alternatives): DFA {
  const { DFA } = refa();
  const only = alternatives.length === 1 ? alternatives[0] : undefined;
  const split = only === undefined ? undefined : leadingLookaheads(only);
  if (split === undefined) return searching(alternatives);
  let language = searching([split.rest]);
  for (const { negate, found } of split.lookaheads) {
    if (negate) found.complement(new DFA.LimitedNodeFactory(maxStates));
    language = DFA.fromIntersection(language, found, new DFA.LimitedNodeFactory(maxStates));
    language.minimize();
  }
  return language;
}

/** `^(?=a)(?!b)c` is `^c`, and `^a`, and not `^b`. */
function leadingLookaheads(concatenation: NoParent<Concatenation>):
  | {
      readonly rest: NoParent<Concatenation>;
      readonly lookaheads: readonly { readonly negate: boolean; readonly found: DFA }[];
    }
  | undefined {
  const [start, ...elements] = concatenation.elements;
  if (start === undefined || edge(start) !== "start") return undefined;
  const count = elements.findIndex((element) => !isLookahead(element));
  const ahead = elements.slice(0, count === -1 ? elements.length : count);
  if (ahead.length === 0) return undefined;
  return {
    rest: { type: "Concatenation", elements: [start, ...elements.slice(ahead.length)] },
    lookaheads: ahead.flatMap((element) =>
      element.type === "Assertion"
        ? [
            {
              negate: element.negate,
              found: searching(
                element.alternatives.map((alternative) => ({
                  type: "Concatenation",
                  elements: [start, ...alternative.elements],
                })),
              ),
            },
          ]
        : [],
    ),
  };
}

function isLookahead(element: NoParent<Element>): boolean {
  return element.type === "Assertion" && element.kind === "ahead" && edge(element) === undefined;
}

function searching(alternatives: Alternatives): DFA {
  const { CharSet, DFA, NFA } = refa();
  const anything: NoParent<Element> = {
    type: "Quantifier",
    min: 0,
    max: Infinity,
    lazy: false,
    alternatives: [{ type: "Concatenation", elements: [characters(CharSet.all(0x10ffff))] }],
  };
  const middle: NoParent<Element> = {
    type: "Alternation",
    alternatives: alternatives.map(concatenationWithEdges),
  };
  const nfa = NFA.fromRegex(
    { type: "Concatenation", elements: [anything, middle, anything] },
    { maxCharacter: 0x10ffff },
    { assertions: "throw", unknowns: "throw" },
    new NFA.LimitedNodeFactory(maxStates),
  );
  const marked = DFA.fromFA(nfa, new DFA.LimitedNodeFactory(maxStates));
  const language = eraseSentinels(marked);
  language.minimize();
  return language;
}

const characters = (set: CharSet): NoParent<Element> => ({
  type: "CharacterClass",
  characters: set,
});

/** An automaton consumes what it sees, so the edges of the text become characters of it. */
function concatenationWithEdges(given: NoParent<Concatenation>): NoParent<Concatenation> {
  return { type: "Concatenation", elements: given.elements.map(elementWithEdges) };
}

function elementWithEdges(element: NoParent<Element>): NoParent<Element> {
  switch (edge(element)) {
    case "start":
      return characters(refa().CharSet.fromCharacter(0x10ffff, sentinelStart));
    case "end":
      return characters(refa().CharSet.fromCharacter(0x10ffff, sentinelEnd));
    case undefined:
  }
  if (element.type === "CharacterClass") return characters(withoutSentinels(element.characters));
  if (element.type === "Alternation" || element.type === "Quantifier") {
    return { ...element, alternatives: element.alternatives.map(concatenationWithEdges) };
  }
  return element;
}

const withoutSentinels = (set: CharSet): CharSet =>
  set.without({ min: sentinelEnd, max: sentinelStart });

/** `^` and `$` are parsed as "no character before" and "no character after". */
function edge(element: NoParent<Element>): "start" | "end" | undefined {
  if (element.type !== "Assertion" || !element.negate) return undefined;
  const inner = element.alternatives[0]?.elements;
  const first = inner?.[0];
  const any = first?.type === "CharacterClass" && first.characters.isAll;
  if (element.alternatives.length !== 1 || inner?.length !== 1 || !any) return undefined;
  return element.kind === "behind" ? "start" : "end";
}
