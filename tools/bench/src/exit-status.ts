import type { Result } from "./result.ts";

/** Exit statuses of the command; the help text lists them. */
export const exitStatus = {
  /** Every budget holds. */
  held: 0,
  /** A budget fails. */
  failed: 1,
  /** Something could not be measured. */
  unable: 2,
  /** The arguments make no sense. */
  usage: 3,
  /** Ctrl-C (128 + SIGINT). */
  interrupted: 130,
} as const;

/** Only a failed budget fails, and not where figures alone were asked for. */
export function statusOfResults(results: readonly Result[], reportOnly: boolean): 0 | 1 {
  const fails = results.some((result) => result.budgets.some((budget) => !budget.holds));
  return fails && !reportOnly ? exitStatus.failed : exitStatus.held;
}
