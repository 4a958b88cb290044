import type { Violation } from "../violation.ts";

/** Where GitHub answers otherwise than it describes. */
interface Deviation {
  readonly where: RegExp;
  readonly received: string;
  readonly reason: string;
}

const deviations: readonly Deviation[] = [
  {
    where: /^200 body (?:\/\d+)?\/(?:head\/(?:repo|user)|head_repository)$/,
    received: "null",
    reason:
      "The repository, and the account, that a pull request or a run came from may be deleted; the description calls both an object.",
  },
];

/** Whether an answer differs from the description just as GitHub's does. */
export function isDeviation({ side, where, received }: Violation): boolean {
  return (
    side === "answer" &&
    deviations.some((known) => known.where.test(where) && known.received === received)
  );
}
