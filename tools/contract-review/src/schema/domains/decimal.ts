/** A decimal number, exactly: `digits` × 10^`exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** The number that the shortest decimal notation of a double denotes, as a JSON text shows it. */
export function decimal(value: number): Decimal {
  const [mantissa = "0", power = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

/** Both as integers in units of the smaller power of ten. */
export function aligned(left: Decimal, right: Decimal): readonly [bigint, bigint, number] {
  const exponent = Math.min(left.exponent, right.exponent);
  return [scaled(left, exponent), scaled(right, exponent), exponent];
}

function scaled(value: Decimal, exponent: number): bigint {
  return value.digits * 10n ** BigInt(value.exponent - exponent);
}

export function toNumber(value: Decimal): number {
  return Number(`${value.digits}e${value.exponent}`);
}

/** Whether a double denotes the decimal exactly, so that JSON can carry it. */
export function isExact(value: Decimal): boolean {
  const back = toNumber(value);
  if (!Number.isFinite(back)) return false;
  const [left, right] = aligned(decimal(back), value);
  return left === right;
}

export function isMultiple(value: Decimal, of: Decimal): boolean {
  const [left, right] = aligned(value, of);
  return right !== 0n && left % right === 0n;
}

/** The least common multiple: a multiple of both is a multiple of it. */
export function commonMultiple(left: Decimal, right: Decimal): Decimal {
  const [a, b, exponent] = aligned(left, right);
  return { digits: (a / gcd(a, b)) * b, exponent };
}

function gcd(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
