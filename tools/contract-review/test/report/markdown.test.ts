import { describe, expect, it } from "vitest";
import { renderReview } from "../../src/report/formats.ts";
import { cellSpan, codeBlock, codeSpan, plainMarkdown } from "../../src/report/markdown-text.ts";
import { petsDocument, reviewTexts } from "../sample-review.ts";

describe("codeSpan", () => {
  it.each([
    { name: "plain text", given: "limit", want: "`limit`" },
    { name: "a backtick", given: "a`b", want: "``a`b``" },
    { name: "a backtick at an end", given: "`a", want: "`` `a ``" },
    { name: "a run of backticks", given: "a``b", want: "```a``b```" },
    { name: "a line end", given: "a\nb", want: String.raw`${"`"}a\u{000A}b${"`"}` },
    { name: "nothing", given: "", want: "(empty)" },
  ])("holds $name", ({ given, want }) => {
    expect(codeSpan(given)).toBe(want);
  });

  it("says how much it leaves out", () => {
    expect(codeSpan("a".repeat(300), 10)).toBe("`aaaaaaaaaa… (290 more characters)`");
  });
});

describe("codeBlock", () => {
  it("has a fence longer than any inside", () => {
    expect(codeBlock("```\nx")).toBe("````\n```\nx\n````");
  });
});

describe("cellSpan", () => {
  it("ends no cell", () => {
    expect(cellSpan("a|b")).toBe(String.raw`${"`"}a\|b${"`"}`);
  });
});

describe("plainMarkdown", () => {
  it.each([
    {
      name: "words",
      given: "Checked in the logs: no, twice.",
      want: "`Checked in the logs: no, twice.`",
    },
    {
      name: "a sentence",
      given: "No client sends more than 50.",
      want: "No client sends more than 50.",
    },
    { name: "a mention", given: "see @team", want: "`see @team`" },
    { name: "an issue", given: "as in GH-1", want: "`as in GH-1`" },
    { name: "a commit", given: "since 0a1b2c3d", want: "`since 0a1b2c3d`" },
    { name: "a host", given: "at www.example.com", want: "`at www.example.com`" },
    { name: "an element", given: "<b>x</b>", want: "`<b>x</b>`" },
    { name: "an entity", given: "&#64;team", want: "`&#64;team`" },
  ])("shows $name so that GitHub reads nothing into it", ({ given, want }) => {
    expect(plainMarkdown(given)).toBe(want);
  });
});

describe("markdownReport", () => {
  it("links the lines of base and head at their commits", async () => {
    const review = await reviewTexts(petsDocument(), petsDocument({ limit: "maximum: 50" }), {
      commits: true,
    });
    const text = await renderReview("markdown", review, { color: false });
    expect(text).toContain(
      "https://github.com/flex-channels/flex-channels/blob/0123456789abcdef0123456789abcdef01234567/spec/openapi.yaml#L12",
    );
  });

  it("is cut honestly at 65,536 characters", async () => {
    const many = (limit: number): string =>
      petsDocument({
        extra: Array.from({ length: 400 }, (_, index) =>
          [
            `  /other${String(index)}:`,
            "    get:",
            `      operationId: other${String(index)}`,
            `      parameters: [{ name: q, in: query, schema: { type: integer, maximum: ${String(limit)} } }]`,
            '      responses: { "204": { description: done } }',
            "",
          ].join("\n"),
        ).join(""),
      });
    const review = await reviewTexts(many(100), many(50));
    expect(review.comparisons[0]?.findings).toHaveLength(400);
    const text = await renderReview("markdown", review, { color: false });
    expect(text.length).toBeLessThanOrEqual(65_536);
    const shown = text.match(/^#### /gm)?.length ?? 0;
    expect(text).toContain(`and ${String(400 - shown)} more findings do not fit`);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  it("folds what is safe away", async () => {
    const review = await reviewTexts(petsDocument(), petsDocument({ limit: "maximum: 200" }));
    const text = await renderReview("markdown", review, { color: false });
    expect(text).toContain("<summary>1 compatible</summary>");
    expect(text).not.toContain("💥");
  });
});
