import type { FlexErrorKind } from "@flex-channels/client";

/** One row of the table of exit statuses. */
export interface ExitStatus {
  readonly status: number;
  readonly meaning: string;
}

/** Every status that the command exits with. */
export const exitStatuses: readonly ExitStatus[] = [
  { status: 0, meaning: "every call succeeded" },
  { status: 1, meaning: "several calls failed, in more than one of the ways below" },
  { status: 2, meaning: "usage: a command, option or argument that the document does not allow" },
  { status: 3, meaning: "configuration: credentials missing or wrong in form, a bad base URL" },
  { status: 4, meaning: "http: the service answered with an error" },
  { status: 5, meaning: "connection: no name, no route, no TLS, or a connection that broke" },
  { status: 6, meaning: "timeout: an attempt or the whole call took too long" },
  { status: 7, meaning: "parse: the answer is no JSON, or longer than allowed" },
  { status: 8, meaning: "contract: the answer is not what the document promises" },
  { status: 70, meaning: "a fault in the command itself; please report it" },
  { status: 130, meaning: "interrupted (SIGINT); what was printed is complete" },
  { status: 141, meaning: "the reader of the output closed it (SIGPIPE)" },
  { status: 143, meaning: "terminated (SIGTERM); what was printed is complete" },
];

const byKind: Readonly<Record<FlexErrorKind, number>> = {
  argument: 2,
  configuration: 3,
  http: 4,
  connection: 5,
  timeout: 6,
  parse: 7,
  contract: 8,
  // Only a stop aborts a call, and a stop has its own status.
  abort: 130,
};

/** The status for a run's failures: the one they share, or 1. */
export function exitStatusOf(kinds: Iterable<FlexErrorKind>): number {
  const statuses = new Set(Array.from(kinds, (kind) => byKind[kind]));
  const [first = 0] = statuses;
  return statuses.size > 1 ? 1 : first;
}
