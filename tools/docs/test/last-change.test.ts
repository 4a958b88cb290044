import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findEarlierDocument } from "../src/find-earlier-document.ts";
import { reviewLastChange } from "../src/review-last-change.ts";
import { documentOf, documentText } from "./site.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
  return execFileSync("git", [...identity, ...args], { cwd, encoding: "utf8" }).trim();
}

/** A repository whose document had these texts, one a commit; a tag may stand at each. */
function repositoryWith(
  versions: readonly { readonly text: string; readonly tag?: string }[],
): string {
  const folder = temporaryFolder();
  git(folder, "init", "--quiet", "--initial-branch=main");
  for (const { text, tag } of versions) {
    writeFileSync(join(folder, "api.yaml"), text);
    git(folder, "add", "api.yaml");
    git(folder, "commit", "--quiet", "--message", text);
    if (tag !== undefined) git(folder, "tag", tag);
  }
  return folder;
}

describe("the document before", () => {
  const ask = (repository: string, text: string) =>
    findEarlierDocument({ repository, path: "api.yaml", text, package: "@a/b" });

  test("is that of the last release, where it was another", async () => {
    const repository = repositoryWith([
      { text: "one", tag: "@a/b@1.0.0" },
      { text: "two" },
      { text: "three", tag: "@a/other@9.0.0" },
    ]);
    expect(await ask(repository, "three")).toMatchObject({ label: "@a/b@1.0.0", text: "one" });
  });

  test("is the last that differs, where the release has the present one", async () => {
    const repository = repositoryWith([{ text: "one" }, { text: "two", tag: "@a/b@1.0.0" }]);
    const commit = git(repository, "rev-parse", "HEAD~1");
    expect(await ask(repository, "two")).toEqual({
      label: `commit ${commit.slice(0, 7)}`,
      commit,
      text: "one",
    });
  });

  test("is the committed one, where the present one is not", async () => {
    expect(await ask(repositoryWith([{ text: "one" }]), "two")).toMatchObject({ text: "one" });
  });

  test("is none, where nothing was ever changed", async () => {
    expect(await ask(repositoryWith([{ text: "one" }]), "one")).toBeUndefined();
  });

  test("is none, where there is no repository", async () => {
    expect(await ask(temporaryFolder(), "one")).toBeUndefined();
  });
});

describe("the review of the last change", () => {
  const document = documentOf(documentText);
  const review = (text: string | undefined) =>
    reviewLastChange({
      document,
      earlier: text === undefined ? undefined : { label: "v1", commit: "0".repeat(40), text },
      today: "2026-11-22",
      repositoryUrl: "https://example.com/repository",
    });

  test("says what the change does", async () => {
    const earlier = documentText.replace("summary: Fetch channel", "summary: Get channel");
    expect(await review(earlier)).toMatchObject({
      kind: "reviewed",
      base: "v1",
      markdown: expect.stringContaining("`summary`"),
      html: expect.stringContaining("<!doctype html>"),
    });
  });

  test("says that nothing changed", async () => {
    const reason = "The document has not changed since it was first written: nothing to review.";
    expect(await review(undefined)).toEqual({ kind: "none", reason });
  });

  test("says that the earlier one cannot be read", async () => {
    const reason =
      "The document of v1 is no valid one by today's rules: it cannot be compared with.";
    expect(await review("swagger: '2.0'")).toEqual({ kind: "none", reason });
  });
});
