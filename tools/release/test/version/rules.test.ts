import { describe, expect, test } from "vitest";
import { checkContractRelease } from "../../src/version/check-contract-release.ts";
import { MissingTagError, lastRelease } from "../../src/version/last-release.ts";
import { readPlan } from "../../src/version/read-plan.ts";
import { writeVersion } from "../../src/version/write-version.ts";

describe("lastRelease", () => {
  const tags = new Set(["@a/b@0.1.0"]);
  test.each([
    {
      name: "a tag of the present version is the last release",
      given: "0.1.0",
      want: { kind: "released", version: "0.1.0", tag: "@a/b@0.1.0" },
    },
    { name: "0.0.0 without a tag was never released", given: "0.0.0", want: { kind: "never" } },
  ])("$name", ({ given, want }) => {
    expect(lastRelease("@a/b", given, tags)).toEqual(want);
  });

  test("a version whose tag is not here is no first release", () => {
    expect(() => lastRelease("@a/b", "0.2.0", tags)).toThrow(MissingTagError);
    expect(() => lastRelease("@a/b", "0.2.0", tags)).toThrow(/git fetch --tags/);
  });
});

describe("readPlan", () => {
  test("what a package declares is the highest of its changesets, whatever linking makes of it", () => {
    expect(
      readPlan({
        changesets: [
          {
            releases: [
              { name: "a", type: "patch" },
              { name: "b", type: "major" },
            ],
          },
          { releases: [{ name: "a", type: "minor" }] },
        ],
        releases: [
          { name: "a", type: "major", newVersion: "1.0.0" },
          { name: "b", type: "major", newVersion: "1.0.0" },
          { name: "c", type: "major", newVersion: "1.0.0" },
          { name: "d", type: "none", newVersion: "0.1.0" },
        ],
      }),
    ).toEqual([
      { name: "a", type: "major", newVersion: "1.0.0", declared: "minor" },
      { name: "b", type: "major", newVersion: "1.0.0", declared: "major" },
      { name: "c", type: "major", newVersion: "1.0.0", declared: "patch" },
    ]);
  });
});

describe("checkContractRelease", () => {
  const release = (type: "major" | "minor") => [
    { name: "contract", type, declared: type, newVersion: "1.0.0" },
  ];
  test.each([
    { name: "an unchanged document needs no release", given: ["none", []], want: /^none$/ },
    { name: "enough is enough", given: ["minor", release("minor")], want: /^none$/ },
    {
      name: "more than needed is the maintainer's choice",
      given: ["minor", release("major")],
      want: /^none$/,
    },
    {
      name: "less than the findings need is refused",
      given: ["major", release("minor")],
      want: /need major, and its changesets declare minor/,
    },
    {
      name: "a change that is not released is refused",
      given: ["patch", []],
      want: /no changeset releases that package/,
    },
  ] as const)("$name", ({ given: [needed, releases], want }) => {
    const problem = checkContractRelease("contract", "0.1.0", needed, releases);
    expect(problem ?? "none").toMatch(want);
  });
});

describe("writeVersion", () => {
  test("the line follows the manifest", () => {
    expect(writeVersion('export const version = "0.0.0";\n', "1.2.3")).toBe(
      'export const version = "1.2.3";\n',
    );
  });
  test("a file without the line is refused", () => {
    expect(() => writeVersion("export const v = 1;\n", "1.2.3")).toThrow(/Expected a line/);
  });
});
