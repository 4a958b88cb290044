/** Exit statuses of `npm start`; README.md lists them. */
export const exitStatus = {
  fetched: 0,
  unforeseen: 1,
  usage: 2,
  environment: 3,
  credentials: 4,
  refused: 5,
  unreachable: 6,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** Something that a person can mend: one sentence, one exit status, no stack. */
export class StartError extends Error {
  override readonly name = "StartError";
  readonly status: ExitStatus;

  constructor(status: ExitStatus, message: string) {
    super(message);
    this.status = status;
  }
}
