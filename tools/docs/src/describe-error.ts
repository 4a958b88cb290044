/** What a person reads of an error. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
