import { expect, test } from "vitest";
import { toldAbove, withoutSection } from "../../src/changelog/told-above.ts";
import type { LastRelease } from "../../src/version/last-release.ts";

const changelog = (...entries: readonly string[]): string =>
  `# a\n${entries.map((entry, index) => `\n## ${String(2 - index)}.0.0\n\n${entry}\n`).join("")}`;

const rows: readonly {
  readonly name: string;
  readonly given: readonly [string, LastRelease];
  readonly want: string;
}[] = [
  {
    name: "a first release compares with nothing",
    given: [changelog(toldAbove), { kind: "never" }],
    want: changelog("- The contract is released for the first time."),
  },
  {
    name: "a change that was taken back is none",
    given: [
      changelog(toldAbove, toldAbove),
      { kind: "released", version: "1.0.0", tag: "a@1.0.0" },
    ],
    want: changelog("- The contract is what it was in 1.0.0.", toldAbove),
  },
  {
    name: "an entry that refers to nothing is left, and so are earlier ones",
    given: [changelog("- Adds it.", toldAbove), { kind: "never" }],
    want: changelog("- Adds it.", toldAbove),
  },
];

test.each(rows)("$name", ({ given: [text, last], want }) => {
  expect(withoutSection(text, "2.0.0", last)).toBe(want);
});
