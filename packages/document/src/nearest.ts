/** More are not looked at: a document with many names and many mistakes would cost their product. */
const mostCandidates = 1000;

/** The candidate that a person most likely meant, or undefined where none is near. */
export function nearest(given: string, candidates: Iterable<string>): string | undefined {
  // Nobody mistypes a name this long, and comparing costs its square.
  if (given.length > 100) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(given.length / 3)) + 1;
  let looked = 0;
  for (const candidate of candidates) {
    looked += 1;
    if (looked > mostCandidates) break;
    if (Math.abs(candidate.length - given.length) >= bestDistance) continue;
    const distance = editDistance(given.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `Did you mean "x"?`, or the fallback. */
export function didYouMean(
  given: string,
  candidates: Iterable<string>,
  otherwise?: string,
): string | undefined {
  const found = nearest(given, candidates);
  return found === undefined ? otherwise : `Did you mean ${JSON.stringify(found)}?`;
}

/**
 * Optimal string alignment: insertions, deletions, substitutions and neighbours swapped. Gives up
 * where no row can lead below the limit any more.
 */
function editDistance(left: string, right: string, limit: number): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const substitution = left[row - 1] === right[column - 1] ? 0 : 1;
      let distance = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + substitution,
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) {
        distance = Math.min(distance, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(distance);
    }
    if (Math.min(...current) >= limit && Math.min(...previous) >= limit) return limit;
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
