/** No problem where two values are the same, else one that shows both. */
export function expectEqual(what: string, received: unknown, expected: unknown): readonly string[] {
  if (received === expected) return [];
  return [`${what}: expected ${JSON.stringify(expected)}, received ${JSON.stringify(received)}`];
}
