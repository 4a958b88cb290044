/** A number with three significant digits at least, and no more than it deserves. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const magnitude = Math.abs(value);
  if (magnitude >= 100 || Number.isInteger(value)) {
    return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, " ");
  }
  return value.toFixed(magnitude >= 10 ? 1 : 2);
}
