import { expect, test } from "vitest";
import { statusOfRows } from "../src/exit-status.ts";
import { renderRows } from "../src/render-rows.ts";
import { checkRow, SkipError, type Row } from "../src/row.ts";

const pass: Row = { what: "node (import)", version: "24.0.0", result: "pass", detail: "fetched" };
const fail: Row = { ...pass, what: "bun", result: "fail", detail: "no", report: "no\nat all" };
const skip: Row = { ...pass, what: "chromium", result: "skip", detail: "only root can install it" };

test("what a check returns is the detail of a passed row", async () => {
  const row = await checkRow("bun", "1.0.0", async () => "fetched");
  expect(row).toEqual({ what: "bun", version: "1.0.0", result: "pass", detail: "fetched" });
});

test("what a check throws fails the row: its first line in the table, all of it below", async () => {
  const row = await checkRow("bun", "1.0.0", async () => {
    throw new Error("no\nat all");
  });
  expect(row).toMatchObject({ result: "fail", detail: "no", report: "no\nat all" });
});

test("a skip is no failure, and says why", async () => {
  const row = await checkRow("chromium", "none", async () => {
    throw new SkipError("only root can install it");
  });
  expect(row).toMatchObject({ result: "skip", detail: "only root can install it" });
});

test("an interruption is not a failed row", async () => {
  const interrupted = new DOMException("interrupted", "AbortError");
  const row = checkRow("bun", "1.0.0", async () => {
    throw interrupted;
  });
  await expect(row).rejects.toBe(interrupted);
});

const statuses = [
  { name: "passed rows pass", given: [pass], strict: true, want: 0 },
  { name: "one failed row fails all", given: [pass, fail], strict: false, want: 1 },
  { name: "a skipped row passes", given: [pass, skip], strict: false, want: 0 },
  { name: "a skipped row fails under --strict", given: [pass, skip], strict: true, want: 1 },
  { name: "no row at all fails", given: [], strict: false, want: 1 },
];

test.each(statuses)("$name", ({ given, strict, want }) => {
  expect(statusOfRows(given, strict)).toBe(want);
});

test("the table has a line a row, the reports of failures below, and a count", () => {
  const shown = renderRows([pass, fail, skip]);
  for (const text of ["node (import)", "24.0.0", "only root can install it"]) {
    expect(shown).toContain(text);
  }
  expect(shown).toMatch(/── bun 24\.0\.0\nno\nat all\n\n1 passed, 1 failed, 1 skipped$/);
});

test("a long detail is cut where a table cannot show it", () => {
  expect(renderRows([{ ...pass, detail: "x".repeat(500) }])).toContain(`${"x".repeat(95)}…`);
});
