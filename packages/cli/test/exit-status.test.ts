import { expect, test } from "vitest";
import { exitStatuses, exitStatusOf } from "../src/exit-status.ts";

test.each([
  { given: [], want: 0 },
  { given: ["argument"], want: 2 },
  { given: ["configuration"], want: 3 },
  { given: ["http"], want: 4 },
  { given: ["http", "http"], want: 4 },
  { given: ["connection"], want: 5 },
  { given: ["timeout"], want: 6 },
  { given: ["parse"], want: 7 },
  { given: ["contract"], want: 8 },
  { given: ["http", "timeout"], want: 1 },
] as const)("failures of $given exit with $want", ({ given, want }) => {
  expect(exitStatusOf(given)).toBe(want);
  expect(exitStatuses.map(({ status }) => status)).toContain(want);
});
