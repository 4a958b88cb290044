/** Exit statuses of the command; the help text lists them. */
export const exitStatus = {
  done: 0,
  /** The document has errors. */
  document: 1,
  /** A port in use, a folder that holds something else, a file that cannot be read. */
  unable: 2,
  /** The arguments make no sense. */
  usage: 3,
} as const;
