/** Exit statuses of `flex-codegen`; the help text and README.md list them. */
export const exitStatus = {
  clean: 0,
  drift: 1,
  invalidDocument: 2,
  usage: 3,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
