/** How many checks passed, failed and were skipped. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One task as turbo summarises it. */
export interface TaskSummary {
  readonly taskId: string;
  readonly directory: string;
  readonly execution?: { readonly exitCode?: number | null };
  readonly cache?: { readonly status?: string };
}

/** One package's tests as vitest's JSON reporter counts them. */
export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** False where a file failed to load or an error was left unhandled, although no test failed. */
  readonly success: boolean;
}

const none: Tally = { passed: 0, failed: 0, skipped: 0 };

const plus = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** True when a task ran, or was replayed from the cache, and ended well. */
export const succeeded = (task: TaskSummary): boolean => task.execution?.exitCode === 0;

/**
 * Counts one task: a task that runs tests counts each of them, any other task counts as one check.
 * A task that failed counts as one failure at least, whatever its report says.
 */
export const tallyTask = (task: TaskSummary, report: TestReport | undefined): Tally => {
  const ok = succeeded(task);
  if (report === undefined) return ok ? { ...none, passed: 1 } : { ...none, failed: 1 };
  const failed = report.numFailedTests;
  return {
    passed: report.numPassedTests,
    failed: ok && report.success ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

export const tally = (
  tasks: readonly TaskSummary[],
  reportOf: (task: TaskSummary) => TestReport | undefined,
): Tally => tasks.map((task) => tallyTask(task, reportOf(task))).reduce(plus, none);

/** The line that closes `npm test`. */
export const renderTally = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
