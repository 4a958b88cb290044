import { expect, test } from "vitest";
import { renderTable } from "../src/render-table.ts";

const rows = [
  { sid: "CH1", task_sid: null, note: "plain" },
  { sid: "CH2", task_sid: "WT2", extra: { deep: [1] } },
];

test("one value is a line for every member", () => {
  expect(renderTable([{ sid: "CH1", task_sid: null, list: [1, "a"] }], 80)).toBe(
    ["sid       CH1", "task_sid  null", 'list      [1,"a"]'].join("\n"),
  );
});

test("several values are a row each, with a column for every member of any", () => {
  expect(renderTable(rows, 80)).toBe(
    [
      "sid  task_sid  note   extra",
      "CH1  null      plain",
      'CH2  WT2              {"deep":[1]}',
    ].join("\n"),
  );
});

test("rows wider than the terminal are a block each", () => {
  expect(renderTable(rows, 20)).toBe(
    [
      "sid       CH1",
      "task_sid  null",
      "note      plain",
      "",
      "sid       CH2",
      "task_sid  WT2",
      'extra     {"deep":[1]}',
    ].join("\n"),
  );
});

test("an array is its items, a scalar a value", () => {
  expect(renderTable([[{ a: 1 }, { a: 2 }]], 80)).toBe("a\n1\n2");
  expect(renderTable(["text"], 80)).toBe("value  text");
});

test("what a service sends cannot steer the terminal", () => {
  const table = renderTable([{ "\u001B]0;x": "a\u001B[2Jb\nc\u0007" }], 80);
  expect(table).toBe(String.raw`\u001b]0;x  a\u001b[2Jb\nc\u0007`);
});
