import { randomUUID } from "node:crypto";
import { visibleBlock } from "@flex-channels/contract-review";
import type { Terminal } from "./terminal.ts";

/**
 * A terminal for a workflow's log. Between its beginning and `end()` the runner obeys nothing that
 * is written: it waits for a word that nobody can guess.
 */
export function quietLog(terminal: Terminal): {
  readonly terminal: Terminal;
  readonly end: () => void;
} {
  if (terminal.env["GITHUB_ACTIONS"] !== "true") {
    return {
      terminal,
      end: () => {
        // Nobody obeys a terminal's lines.
      },
    };
  }
  const word = randomUUID();
  terminal.out(`::stop-commands::${word}\n`);
  return {
    terminal: {
      ...terminal,
      out: (text) => {
        terminal.out(visibleBlock(text));
      },
      err: (text) => {
        terminal.out(visibleBlock(text));
      },
    },
    end: () => {
      terminal.out(`::${word}::\n`);
    },
  };
}
