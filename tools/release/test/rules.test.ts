import { describe, expect, test } from "vitest";
import { parseCommand, UsageError } from "../src/commands.ts";
import { nextStep } from "../src/plan-release.ts";
import { PatchError, checkPatch } from "../src/propose/check-patch.ts";
import { describe as describePull } from "../src/propose/propose-release.ts";
import {
  previewInstructions,
  previewVersion,
  withVersion,
} from "../src/preview/preview-version.ts";
import { readinessProblems } from "../src/readiness.ts";

const ready = { branch: "main", head: "c0ffee0", upstream: "c0ffee0", dirty: [], pending: [] };

describe("readinessProblems", () => {
  test("a clean main branch that everybody can fetch is ready", () => {
    expect(readinessProblems(ready)).toEqual([]);
  });

  test.each([
    { name: "another branch", given: { branch: "edit" }, want: /made from main, and this is edit/ },
    { name: "a detached HEAD", given: { branch: "" }, want: /a detached HEAD/ },
    {
      name: "a dirty tree",
      given: { dirty: ["a", "b", "c", "d", "e", "f"] },
      want: /a, b, c, d, e and 1 more/,
    },
    {
      name: "commits that nobody can fetch",
      given: { upstream: "beef000" },
      want: /origin\/main is at beef000/,
    },
    { name: "no remote", given: { upstream: "" }, want: /at no commit/ },
    {
      name: "a changeset that waits",
      given: { pending: ["a.md"] },
      want: /A changeset waits \(a\.md\): its change .*version-packages/,
    },
    {
      name: "changesets that wait",
      given: { pending: ["a.md", "b.md"] },
      want: /2 changesets wait \(a\.md, b\.md\): their changes .*version-packages/,
    },
  ])("$name is told with what mends it", ({ given, want }) => {
    const problems = readinessProblems({ ...ready, ...given });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(want);
  });
});

describe("nextStep", () => {
  test.each([
    { name: "changesets come first", given: [["a.md"], 3], want: "version" },
    { name: "then what is not published", given: [[], 3], want: "publish" },
    { name: "then nothing", given: [[], 0], want: "nothing" },
  ] as const)("$name", ({ given: [pending, unpublished], want }) => {
    expect(nextStep(pending, unpublished)).toBe(want);
  });
});

describe("checkPatch", () => {
  const raw = (status: string, path: string, mode = "100644"): string =>
    `:100644 ${mode} aaaaaaa bbbbbbb ${status}\0${path}\0`;

  test("versions, changelogs, spent changesets and generated code pass", () => {
    const given = [
      raw("D", ".changeset/contract-0123abcd.md", "000000"),
      raw("A", "packages/client/CHANGELOG.md"),
      raw("M", "tools/contract-review/package.json"),
      raw("M", "packages/contract/src/types.ts"),
      raw("M", "packages/client/src/version.ts"),
    ].join("");
    expect(checkPatch(given)).toHaveLength(5);
  });

  test.each([
    { name: "a workflow", given: raw("M", ".github/workflows/release.yml") },
    { name: "a source file", given: raw("M", "packages/client/src/client.ts") },
    { name: "the release itself", given: raw("M", "tools/release/src/cli.ts") },
    { name: "the root's manifest", given: raw("M", "package.json") },
    { name: "a new changeset", given: raw("A", ".changeset/more.md") },
    { name: "a path that climbs", given: raw("M", "packages/../package.json") },
    { name: "a link", given: raw("A", "packages/client/CHANGELOG.md", "120000") },
    { name: "a program", given: raw("M", "packages/client/CHANGELOG.md", "100755") },
    { name: "nothing at all", given: "" },
  ])("$name is refused", ({ given }) => {
    expect(() => checkPatch(given)).toThrow(PatchError);
  });
});

describe("the version pull request", () => {
  test("it names what moves", () => {
    const text = describePull(
      new Map([
        ["@flex-channels/client", "0.1.0"],
        ["@flex-channels/cli", "0.1.0"],
      ]),
      new Map([
        ["@flex-channels/client", "1.0.0"],
        ["@flex-channels/cli", "0.1.0"],
      ]),
    );
    expect(text.title).toBe("Release client@1.0.0");
    expect(text.body).toContain("- `@flex-channels/client` 0.1.0 → **1.0.0**");
    expect(text.body).not.toContain("channels/cli`");
  });
});

describe("previews", () => {
  test("a version says which pull request and which commit, below every release", () => {
    expect(previewVersion("12", "0123456789".repeat(4))).toBe("0.0.0-pr.12.g012345678");
  });

  test.each(["", "0", "12; rm -rf /", "../x"])("the number %j is refused", (number) => {
    expect(() => previewVersion(number, "0123456789".repeat(4))).toThrow(
      /number of a pull request/,
    );
  });

  test("a manifest keeps every other byte", () => {
    const manifest = '{\n  "name": "a",\n  "version": "0.0.0",\n  "x": { "version": "1" }\n}\n';
    expect(withVersion(manifest, "1.0.0")).toBe(manifest.replace('"0.0.0"', '"1.0.0"'));
  });

  test("the instructions install every tarball together", () => {
    expect(previewInstructions("0.0.0-pr.1.g0", ["a.tgz", "b.tgz"])).toContain(
      "npm install ./a.tgz ./b.tgz\n",
    );
  });
});

describe("parseCommand", () => {
  test("what a command needs is asked for by name", () => {
    expect(() => parseCommand(["publish", "--from", "a"])).toThrow(/expected --digest/);
    expect(() => parseCommand(["publish", "--from", "a", "--digest", ""])).toThrow(/--digest/);
    expect(parseCommand(["publish", "--from", "a", "--digest", "b"]).values).toMatchObject({
      from: "a",
      digest: "b",
    });
  });

  test.each([[], ["nonsense"], ["__proto__"], ["plan", "--more", "a"], ["plan", "a"]])(
    "%j is refused",
    (...args) => {
      expect(() => parseCommand(args)).toThrow(UsageError);
    },
  );
});
