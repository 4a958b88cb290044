import type { CharSet, DFA, ReadonlyDFA } from "refa";
import { refa } from "./refa.ts";

/** Stand for the edges of a text: the last two code points, which no text may contain. */
export const sentinelEnd = 0x10fffe;
export const sentinelStart = 0x10ffff;

/** The texts w such that the automaton accepts w with start marks before and end marks after it. */
export function eraseSentinels(marked: ReadonlyDFA): DFA {
  const { CharSet, DFA, NFA } = refa();
  const ordinary = CharSet.fromRange(0x10ffff, { min: 0, max: sentinelEnd - 1 });
  const outOf = (node: DFA.ReadonlyNode): Map<DFA.ReadonlyNode, CharSet> =>
    new Map(
      [...node.out.invert(0x10ffff)].flatMap(([to, set]) => {
        const kept = set.intersect(ordinary);
        return kept.isEmpty ? [] : [[to, kept]];
      }),
    );
  const nodes = [...marked.nodes()];
  const initials = along(marked.initial, sentinelStart);
  const accepting = new Set(
    nodes.filter((node) => along(node, sentinelEnd).some((end) => marked.finals.has(end))),
  );
  const nfa = NFA.fromTransitionIterator(
    {
      initial: undefined,
      getOut: (state: DFA.ReadonlyNode | undefined) =>
        state === undefined ? merged(initials.map(outOf)) : outOf(state),
      isFinal: (state: DFA.ReadonlyNode | undefined) =>
        state === undefined ? initials.some((node) => accepting.has(node)) : accepting.has(state),
    },
    { maxCharacter: 0x10ffff },
    new NFA.LimitedNodeFactory(nodes.length + 1),
  );
  return DFA.fromFA(nfa, new DFA.LimitedNodeFactory(4 * nodes.length + 64));
}

/** The nodes that any number of `character` leads to, the node itself included. */
function along(from: DFA.ReadonlyNode, character: number): readonly DFA.ReadonlyNode[] {
  const seen = new Set<DFA.ReadonlyNode>();
  let at: DFA.ReadonlyNode | undefined = from;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    at = at.out.get(character);
  }
  return [...seen];
}

function merged(
  outs: readonly ReadonlyMap<DFA.ReadonlyNode, CharSet>[],
): Map<DFA.ReadonlyNode, CharSet> {
  const all = new Map<DFA.ReadonlyNode, CharSet>();
  for (const out of outs) {
    for (const [to, set] of out) all.set(to, all.get(to)?.union(set) ?? set);
  }
  return all;
}
