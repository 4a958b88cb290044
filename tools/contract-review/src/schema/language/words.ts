import type { CharSet, DFA } from "refa";
import { refa } from "./refa.ts";

/** What one automaton can still accept after exactly n more characters, for growing n. */
class Reach {
  readonly #dfa: DFA;
  readonly #sets: Set<DFA.ReadonlyNode>[];
  readonly #before = new Map<DFA.ReadonlyNode, DFA.ReadonlyNode[]>();

  constructor(dfa: DFA) {
    this.#dfa = dfa;
    this.#sets = [new Set(dfa.finals)];
    for (const node of dfa.nodes()) {
      for (const to of node.out.values()) {
        const some = this.#before.get(to);
        if (some === undefined) this.#before.set(to, [node]);
        else some.push(node);
      }
    }
  }

  after(count: number): ReadonlySet<DFA.ReadonlyNode> {
    for (let n = this.#sets.length; n <= count; n += 1) {
      const next = new Set<DFA.ReadonlyNode>();
      for (const node of this.#sets[n - 1] ?? []) {
        for (const from of this.#before.get(node) ?? []) next.add(from);
      }
      this.#sets.push(next);
    }
    return this.#sets[count] ?? new Set();
  }

  get initial(): DFA.ReadonlyNode {
    return this.#dfa.initial;
  }
}

/** Lengths that are tried at most before the search gives up. */
const maxLengths = 4096;

/**
 * The words of an automaton with `min` to `max` characters, shortest first, readable characters
 * first. Returns whether the enumeration is complete: `false` says it gave up.
 */
export function* wordsOf(dfa: DFA, min: number, max: number): Generator<string, boolean, void> {
  if (min > maxLengths) return false;
  const reach = new Reach(dfa);
  const states = dfa.countNodes();
  // Where no word has between min and min + states characters, no longer word exists either.
  let lastFound = min;
  for (let length = min; length <= max; length += 1) {
    if (length > lastFound + states) return true;
    if (length - min > maxLengths) return false;
    if (!reach.after(length).has(reach.initial)) continue;
    lastFound = length;
    yield* ofLength(reach, reach.initial, length, "");
  }
  return true;
}

function* ofLength(
  reach: Reach,
  from: DFA.ReadonlyNode,
  length: number,
  start: string,
): Generator<string, void, void> {
  const open = [{ node: from, text: start, characters: steps(reach, from, length) }];
  if (length === 0) yield start;
  while (open.length > 0) {
    const top = open.at(-1);
    if (top === undefined) return;
    const step = top.characters.next();
    if (step.done === true) {
      open.pop();
      continue;
    }
    const text = top.text + String.fromCodePoint(step.value.character);
    const left = length - open.length;
    if (left === 0) yield text;
    else open.push({ node: step.value.to, text, characters: steps(reach, step.value.to, left) });
  }
}

interface Step {
  readonly character: number;
  readonly to: DFA.ReadonlyNode;
}

function* steps(reach: Reach, from: DFA.ReadonlyNode, left: number): Generator<Step, void, void> {
  if (left === 0) return;
  const useful = reach.after(left - 1);
  const choices = [...from.out.invert(0x10ffff)].filter(([to]) => useful.has(to));
  const picked = choices.map(([to, set]) => ({ to, set, first: readable(set) }));
  picked.sort((a, b) => rank(a.first) - rank(b.first));
  for (const { to, first } of picked) if (first !== undefined) yield { character: first, to };
  for (const { to, set, first } of picked) {
    for (const character of readableFirst(set)) if (character !== first) yield { character, to };
  }
}

function* readableFirst(set: CharSet): Generator<number, void, void> {
  for (const character of preferred) if (set.has(character)) yield character;
  const rest = set.without(
    refa().CharSet.fromCharacters(
      0x10ffff,
      preferred.toSorted((a, b) => a - b),
    ),
  );
  const printable = rest.without({ min: 0, max: 0x1f });
  for (const part of [printable, rest.intersect({ min: 0, max: 0x1f })]) {
    for (const { min, max } of part.ranges) {
      for (let character = min; character <= max; character += 1) {
        if (!isSurrogate(character)) yield character;
      }
    }
  }
}

const isSurrogate = (character: number): boolean => character >= 0xd800 && character <= 0xdfff;

const preferred = Array.from("ab0-xA1 _./:@!Z~", (character) => character.codePointAt(0) ?? 0);

function readable(set: CharSet): number | undefined {
  for (const character of preferred) if (set.has(character)) return character;
  for (const { min, max } of set.ranges) {
    if (max >= 0x20 && min < 0xd800) return Math.max(min, 0x20);
  }
  const [first] = set.ranges;
  if (first === undefined) return undefined;
  if (!isSurrogate(first.min)) return first.min;
  const last = set.ranges.at(-1);
  return last !== undefined && last.max > 0xdfff ? Math.max(last.min, 0xe000) : undefined;
}

function rank(character: number | undefined): number {
  if (character === undefined) return Infinity;
  const index = preferred.indexOf(character);
  return index === -1 ? preferred.length + character : index;
}
