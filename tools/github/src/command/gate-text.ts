import { visibleBlock } from "@flex-channels/contract-review";
import type { Gate } from "../gate/judge-gate.ts";

/** Of what a command wrote; the end says what went wrong. */
const MOST_LINES = 20;

/** The gate for a terminal or a log. */
export function gateText({ conditions, passed }: Gate): string {
  const lines = conditions.flatMap(({ passed: holds, told, quoted, mend }) => [
    `${holds ? "✓" : "✗"} ${told}`,
    ...quoted.flatMap((text) =>
      visibleBlock(text)
        .split("\n")
        .slice(-MOST_LINES)
        .map((line) => `    ${line}`),
    ),
    ...(mend === undefined ? [] : [`    ${mend.told}: ${mend.command}`]),
  ]);
  return [
    passed ? "The gate is open: every condition holds." : "The gate is closed:",
    ...lines,
    "",
  ].join("\n");
}
