import { expect, test } from "vitest";
import { parseDurationMs } from "../src/duration.ts";

test.each([
  { given: "500ms", want: 500 },
  { given: "10s", want: 10_000 },
  { given: "1.5s", want: 1_500 },
  { given: "2m", want: 120_000 },
  { given: "10", want: undefined },
  { given: "-1s", want: undefined },
  { given: "1h", want: undefined },
  { given: "s", want: undefined },
  { given: "", want: undefined },
])("$given is $want ms", ({ given, want }) => {
  expect(parseDurationMs(given)).toBe(want);
});
