import { parseChangesetFile } from "@changesets/parse";
import { expect, test } from "vitest";
import { changesetLink } from "../../src/comment/changeset-link.ts";
import { hostileBranch, hostileText } from "../hostile.ts";
import { analysisOf } from "../publish/github-setting.ts";

const { outcome } = analysisOf("c".repeat(40), "breaking");
const findings =
  outcome.kind === "reviewed" ? outcome.review.comparisons.flatMap((each) => each.findings) : [];
const wanted = { packages: ["@example/contract"], bump: "major", findings } as const;
const server = "https://github.com";

test("the editor opens on the branch with a changeset that changesets can read", () => {
  const link = changesetLink(server, { repository: "ada/r", branch: "fix/enum" }, wanted);
  const url = new URL(link ?? "");
  expect(url.origin + url.pathname).toBe("https://github.com/ada/r/new/fix/enum");
  expect(url.searchParams.get("filename")).toMatch(/^\.changeset\/contract-[0-9a-f]{8}\.md$/);
  expect(parseChangesetFile(url.searchParams.get("value") ?? "")).toMatchObject({
    releases: [{ name: "@example/contract", type: "major" }],
  });
});

test("a branch of any name stays one path, and ends no link", () => {
  const link = changesetLink(server, { repository: "ada/r", branch: hostileBranch }, wanted) ?? "";
  expect(link).toMatch(/^[\w:/.?=&%-]+$/);
  expect(decodeURIComponent(new URL(link).pathname)).toBe(`/ada/r/new/${hostileBranch}`);
});

test("a long changeset keeps its head and loses its list", () => {
  const [first] = findings;
  if (first === undefined) throw new Error("expected a finding");
  const many = Array.from({ length: 50 }, (_, index) => ({
    ...first,
    instanceLocation: `/200/body/application~1json/${String(index)}${"x".repeat(400)}`,
  }));
  const link = changesetLink(
    server,
    { repository: "ada/r", branch: "b" },
    { ...wanted, findings: many },
  );
  expect(link?.length).toBeLessThanOrEqual(6000);
  expect(new URL(link ?? "").searchParams.get("value")).toContain('"@example/contract": major');
});

test("a repository that is none gets no link", () => {
  for (const repository of ["a", "a/b/c", "a/b?x", hostileText]) {
    expect(changesetLink(server, { repository, branch: "b" }, wanted)).toBeUndefined();
  }
  expect(
    changesetLink("javascript:alert(1)//", { repository: "a/b", branch: "b" }, wanted),
  ).toBeUndefined();
});
