import { describe, expect, test } from "vitest";
import { renderTally, tally } from "../src/tally.ts";
import type { TaskSummary, Tally, TestReport } from "../src/tally.ts";

const task = (taskId: string, exitCode: number | undefined): TaskSummary => ({
  taskId,
  directory: "packages/a",
  ...(exitCode === undefined ? {} : { execution: { exitCode } }),
});

const report = (
  passed: number,
  failed: number,
  skipped: number,
  success = failed === 0,
): TestReport => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: 0,
  success,
});

interface Row {
  readonly name: string;
  readonly given: readonly (readonly [TaskSummary, TestReport | undefined])[];
  readonly want: Tally;
}

const rows: readonly Row[] = [
  { name: "no task is no check", given: [], want: { passed: 0, failed: 0, skipped: 0 } },
  {
    name: "a task without tests counts as one check",
    given: [[task("a#typecheck", 0), undefined]],
    want: { passed: 1, failed: 0, skipped: 0 },
  },
  {
    name: "a failed task without tests counts as one failure",
    given: [[task("a#typecheck", 2), undefined]],
    want: { passed: 0, failed: 1, skipped: 0 },
  },
  {
    name: "a task that turbo never started is a failure",
    given: [[task("a#test", undefined), undefined]],
    want: { passed: 0, failed: 1, skipped: 0 },
  },
  {
    name: "a task with tests counts each of them",
    given: [
      [task("a#test", 0), report(10, 0, 1)],
      [task("b#test", 1), report(3, 2, 0)],
    ],
    want: { passed: 13, failed: 2, skipped: 1 },
  },
  {
    name: "a test task that failed with every test passed is a failure all the same",
    given: [[task("a#test", 1), report(10, 0, 0)]],
    want: { passed: 10, failed: 1, skipped: 0 },
  },
  {
    name: "a report without success is a failure although the task ended well",
    given: [[task("a#test", 0), report(10, 0, 0, false)]],
    want: { passed: 10, failed: 1, skipped: 0 },
  },
];

describe("tally", () => {
  test.each(rows)("$name", ({ given, want }) => {
    const reports = new Map(given);
    const tasks = given.map(([each]) => each);
    expect(tally(tasks, (each) => reports.get(each))).toEqual(want);
  });
});

test("the closing line names the three counts", () => {
  expect(renderTally({ passed: 12, failed: 0, skipped: 3 })).toBe("12 passed, 0 failed, 3 skipped");
});
