/** One way in which a value misses what the contract asks for. */
export interface Issue {
  /** Property names and array indices from the root of the value. */
  readonly path: readonly (string | number)[];
  /** The JSON Schema keyword that failed. */
  readonly keyword: string;
  readonly expected: string;
  /** Type and length of the value, never the value: it may be a secret. */
  readonly received: string;
}
