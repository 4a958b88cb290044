type Edges = ReadonlyMap<string, readonly string[]>;

const reversed = (edges: Edges): Edges => {
  const back = new Map<string, string[]>([...edges.keys()].map((node) => [node, []]));
  for (const [from, targets] of edges) for (const to of targets) back.get(to)?.push(from);
  return back;
};

/** Takes away the nodes that lead nowhere, until there are none. */
const withoutEnds = (edges: Edges): Edges => {
  const back = reversed(edges);
  const open = new Map(
    [...edges].map(([node, targets]) => [node, targets.filter((to) => edges.has(to)).length]),
  );
  const ends = [...open].filter(([, count]) => count === 0).map(([node]) => node);
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    open.delete(end);
    for (const from of back.get(end) ?? []) {
      const count = (open.get(from) ?? 0) - 1;
      open.set(from, count);
      if (count === 0) ends.push(from);
    }
  }
  return new Map(
    [...open.keys()].map((node) => [node, (edges.get(node) ?? []).filter((to) => open.has(to))]),
  );
};

/** The nodes from which a way leads further than `steps` edges. */
export const farReachingNodes = (edges: Edges, steps: number): ReadonlySet<string> => {
  let left = new Set(edges.keys());
  for (let step = 0; step < steps && left.size > 0; step += 1) {
    const open = left;
    left = new Set([...open].filter((node) => edges.get(node)?.some((to) => open.has(to))));
  }
  return left;
};

/** The nodes on a cycle, or on a way from one cycle to another. Linear, and without recursion. */
export const cyclicNodes = (edges: Edges): ReadonlySet<string> =>
  new Set(withoutEnds(reversed(withoutEnds(edges))).keys());
