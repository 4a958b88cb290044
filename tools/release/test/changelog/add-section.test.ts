import { describe, expect, test } from "vitest";
import {
  ChangelogError,
  addSection,
  findEntry,
  latestEntry,
} from "../../src/changelog/add-section.ts";

const changelog =
  "# a\n\n## 1.0.0\n\n### Major Changes\n\n- One.\n\n## 0.1.0\n\n### Minor Changes\n\n- First.\n";

describe("addSection", () => {
  test("the section stands above what the changesets say, in its own entry only", () => {
    expect(addSection(changelog, "1.0.0", "### New")).toBe(
      "# a\n\n## 1.0.0\n\n### New\n\n### Major Changes\n\n- One.\n\n## 0.1.0\n\n### Minor Changes\n\n- First.\n",
    );
  });

  test("it takes the place of an entry that says nothing", () => {
    expect(addSection("# a\n\n## 1.0.0\n\nNo changes in this release.\n", "1.0.0", "### New")).toBe(
      "# a\n\n## 1.0.0\n\n### New\n",
    );
  });

  test("the last entry ends the file", () => {
    expect(addSection("# a\n\n## 0.1.0\n\n- First.\n", "0.1.0", "### New")).toBe(
      "# a\n\n## 0.1.0\n\n### New\n\n- First.\n",
    );
  });

  test("a version without an entry is refused", () => {
    expect(() => addSection(changelog, "2.0.0", "### New")).toThrow(ChangelogError);
    expect(() => addSection(changelog, "1.0", "### New")).toThrow(ChangelogError);
  });
});

describe("findEntry", () => {
  test.each([
    { name: "finds the text of an entry", given: "0.1.0", want: "### Minor Changes\n\n- First." },
    { name: "knows no other version", given: "0.2.0", want: undefined },
  ])("$name", ({ given, want }) => {
    expect(findEntry(changelog, given)).toBe(want);
  });

  test("the latest entry is the topmost", () => {
    expect(latestEntry(changelog)).toBe("1.0.0");
    expect(latestEntry("# a\n")).toBeUndefined();
  });
});
