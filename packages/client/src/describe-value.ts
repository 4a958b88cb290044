/** Names the type and size of a value and never shows it: it may be a secret. */
export function describeValue(value: unknown): string {
  const type = Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
  return /^(array|string)$/.test(type) ? `${type} of length ${(value as string).length}` : type;
}
