/** Names the type and size of a value and never shows it: it may be a secret. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return `string of length ${value.length}`;
  if (Array.isArray(value)) return `array of length ${value.length}`;
  return value === null ? "null" : typeof value;
}
