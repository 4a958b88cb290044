import { randomUUID } from "node:crypto";

/** Where a command's words go. */
export interface Log {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * In a workflow, a log in which the runner obeys nothing until `end()`: texts of documents are
 * written to it, and the runner looks for commands behind leading space and, in their old form,
 * anywhere in a line. It waits for a word that nobody can guess. Elsewhere, the log as it is.
 */
export function quietLog(
  log: Log,
  env: Readonly<Record<string, string | undefined>>,
): { readonly log: Log; readonly end: () => void } {
  if (env["GITHUB_ACTIONS"] !== "true") return { log, end: () => undefined };
  const word = randomUUID();
  log.out(`::stop-commands::${word}\n`);
  // The runner reads both streams, in an order of its own; what must stay between goes into one.
  return { log: { out: log.out, err: log.out }, end: () => log.out(`::${word}::\n`) };
}
