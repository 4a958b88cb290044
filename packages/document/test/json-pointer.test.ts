import { expect, test } from "vitest";
import { childPointer, formatPointer, parsePointer, valueAt } from "../src/json-pointer.ts";

/** The document and the table of RFC 6901 §5. */
const root = {
  foo: ["bar", "baz"],
  "": 0,
  "a/b": 1,
  "c%d": 2,
  "e^f": 3,
  "g|h": 4,
  "i\\j": 5,
  'k"l': 6,
  " ": 7,
  "m~n": 8,
};

const rows = [
  { given: "", want: root },
  { given: "/foo", want: ["bar", "baz"] },
  { given: "/foo/0", want: "bar" },
  { given: "/", want: 0 },
  { given: "/a~1b", want: 1 },
  { given: "/c%d", want: 2 },
  { given: "/e^f", want: 3 },
  { given: "/g|h", want: 4 },
  { given: "/i\\j", want: 5 },
  { given: '/k"l', want: 6 },
  { given: "/ ", want: 7 },
  { given: "/m~0n", want: 8 },
  { given: "/foo/2", want: undefined },
  { given: "/foo/-", want: undefined },
  { given: "/foo/00", want: undefined },
  { given: "/foo/length", want: undefined },
  { given: "/constructor", want: undefined },
  { given: "/__proto__", want: undefined },
  { given: "/m~n", want: undefined },
  { given: "foo", want: undefined },
];

test.each(rows)("$given leads to $want", ({ given, want }) => {
  expect(valueAt(root, given)).toEqual(want);
});

test("tokens survive being written and read", () => {
  const tokens = ["", "a/b", "~", "~1", "m~n", "0"];
  expect(parsePointer(formatPointer(tokens))).toEqual(tokens);
  expect(childPointer("/a", 3)).toBe("/a/3");
});
