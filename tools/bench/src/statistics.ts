/** Five numbers about a list of measurements. */
export interface Spread {
  readonly count: number;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
}

/** Throws on an empty list: a figure without a measurement must not exist. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError("no measurement to summarise");
  const sorted = values.toSorted((a, b) => a - b);
  return {
    count: sorted.length,
    min: quantile(sorted, 0),
    q1: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    q3: quantile(sorted, 0.75),
    max: quantile(sorted, 1),
  };
}

/** Linear interpolation between the closest ranks (Hyndman and Fan's type 7, as R and NumPy default to). */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** One quotient a round: what disturbs a whole round disturbs both sides of it, and cancels. */
export function pairwiseRatios(
  numerators: readonly number[],
  denominators: readonly number[],
): readonly number[] {
  return pairs(numerators, denominators).map(([a, b]) => a / b);
}

/** One difference a round. */
export function pairwiseDifferences(
  minuends: readonly number[],
  subtrahends: readonly number[],
): readonly number[] {
  return pairs(minuends, subtrahends).map(([a, b]) => a - b);
}

function pairs(a: readonly number[], b: readonly number[]): readonly (readonly [number, number])[] {
  if (a.length !== b.length) {
    throw new RangeError(`${a.length} measurements cannot be paired with ${b.length}`);
  }
  return a.map((value, index) => [value, b[index] ?? Number.NaN] as const);
}
