/** A member of `operations` in the generated types, by its keys. */
export const operationsPath = (...keys: readonly string[]): string =>
  `operations[${keys.join("][")}]`;
