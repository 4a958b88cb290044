/** What the command tells its caller. */
export const exitStatus = {
  /** Compatible, or no more than was allowed. */
  passed: 0,
  /** More than was allowed. */
  failed: 1,
  /** A document that cannot be read as OpenAPI. */
  invalidDocument: 2,
  /** Wrong arguments, or a file or git that failed. */
  usage: 3,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
