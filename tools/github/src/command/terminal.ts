import type { Terminal } from "@flex-channels/contract-review/command";

export type { Terminal } from "@flex-channels/contract-review/command";

/** What the commands tell their caller; 2 and 3 as contract-review has them. */
export const exitStatus = {
  passed: 0,
  /** A condition of the gate is open. */
  failed: 1,
  unreadable: 2,
  /** Wrong arguments, or git, a file or GitHub that failed. */
  usage: 3,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** The command was called in a way, or in a place, that cannot be meant. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The same terminal, with what it was told kept. */
export function recordingTerminal(terminal: Terminal): {
  readonly terminal: Terminal;
  readonly out: () => string;
  readonly err: () => string;
} {
  let out = "";
  let err = "";
  return {
    terminal: {
      ...terminal,
      isTerminal: false,
      env: { ...terminal.env, FORCE_COLOR: undefined },
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
    out: () => out,
    err: () => err,
  };
}
