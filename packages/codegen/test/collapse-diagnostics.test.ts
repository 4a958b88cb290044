import type { Diagnostic } from "@flex-channels/document";
import { describe, expect, test } from "vitest";
import { collapseDiagnostics } from "../src/collapse-diagnostics.ts";

const place = { line: 1, column: 1, offset: 0 };
const diagnostic = (code: string, message: string): Diagnostic<string> => ({
  code,
  message,
  severity: "warning",
  file: "a.yaml",
  range: { start: place, end: place },
});

const rows = [
  { name: "nothing is nothing", given: [], want: { shown: 0, more: [] } },
  {
    name: "a few of a kind are all shown",
    given: Array.from({ length: 3 }, () => diagnostic("a", "m")),
    want: { shown: 3, more: [] },
  },
  {
    name: "many of a kind are counted",
    given: Array.from({ length: 10 }, () => diagnostic("a", "m")),
    want: { shown: 3, more: ["7 more: m (a)"] },
  },
  {
    name: "the one that differs is shown",
    given: [...Array.from({ length: 10 }, () => diagnostic("a", "m")), diagnostic("a", "n")],
    want: { shown: 4, more: ["7 more: m (a)"] },
  },
] as const;

describe("collapseDiagnostics", () => {
  test.each(rows)("$name", ({ given, want }) => {
    const { shown, more } = collapseDiagnostics(given);
    expect({ shown: shown.length, more }).toEqual(want);
  });
});
