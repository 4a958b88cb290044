import { parseChangesetFile } from "@changesets/parse";
import { describe, expect, it } from "vitest";
import { changesetText } from "../../src/report/changeset-text.ts";
import { reportChangesets } from "../../src/verdict/changeset.ts";
import { neededBump } from "../../src/verdict/needed-bump.ts";
import { petsDocument, reviewTexts } from "../sample-review.ts";

const file = (text: string): { file: string; text: string } => ({ file: ".changeset/a.md", text });
const declares = (bump: string): string => `---\n"a": ${bump}\n---\n\nWords.\n`;

describe("reportChangesets", () => {
  it.each([
    { name: "nothing where nothing is needed", given: [[], "none"], want: ["none", true] },
    { name: "too little", given: [[declares("patch")], "major"], want: ["patch", false] },
    { name: "enough", given: [[declares("major")], "minor"], want: ["major", true] },
    {
      name: "the highest of several",
      given: [[declares("patch"), declares("minor")], "minor"],
      want: ["minor", true],
    },
    {
      name: "other packages only",
      given: [['---\n"b": major\n---\nx'], "patch"],
      want: ["none", false],
    },
  ] as const)("counts $name", ({ given: [texts, needed], want: [declared, isEnough] }) => {
    expect(reportChangesets(texts.map(file), ["a"], needed)).toEqual({
      needed,
      packages: [{ name: "a", declared, isEnough }],
      isEnough,
    });
  });

  it("names the file that it cannot read", () => {
    expect(() => reportChangesets([file("no front matter")], ["a"], "patch")).toThrow(
      ".changeset/a.md: could not parse changeset",
    );
  });
});

describe("changesetText", () => {
  it("is read back by changesets, with sentences for consumers", async () => {
    const review = await reviewTexts(petsDocument(), petsDocument({ limit: "maximum: 50" }));
    const text = changesetText(["@x/y"], "major", review.comparisons[0]?.findings ?? []);
    expect(parseChangesetFile(text)).toEqual({
      releases: [{ name: "@x/y", type: "major" }],
      summary: [
        "Breaking changes of the API contract:",
        "",
        "- The query parameter `limit` refuses what it accepted (`maximum`) (`GET /pets`).",
      ].join("\n"),
    });
  });
});

describe("neededBump", () => {
  it("stays major for what is proved to break, though it is waived", async () => {
    const before = await reviewTexts(petsDocument(), petsDocument({ limit: "maximum: 50" }));
    const fingerprint = before.comparisons[0]?.findings[0]?.fingerprint ?? "";
    const waiver = { fingerprint, reason: "r", owner: "o", expires: "2027-01-01" };
    const review = await reviewTexts(petsDocument(), petsDocument({ limit: "maximum: 50" }), {
      waivers: [waiver],
    });
    expect(review.bump).toBe("none");
    expect(neededBump(review.comparisons[0]?.findings ?? [])).toBe("major");
  });
});
