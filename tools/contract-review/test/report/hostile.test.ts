import { describe, expect, it } from "vitest";
import { formatNames, renderReview } from "../../src/report/formats.ts";
import { changesetText } from "../../src/report/changeset-text.ts";
import { petsDocument, reviewTexts } from "../sample-review.ts";

const attacks: readonly { readonly name: string; readonly given: string }[] = [
  { name: "HTML", given: "<img src=x onerror=alert(1)><script>alert(2)</script>" },
  { name: "a closed element", given: "</code></pre></details></script>" },
  { name: "an attribute", given: `" onmouseover="alert(1)' x='` },
  {
    name: "Markdown",
    given: "**bold** [a](javascript:alert(1)) ![b](https://evil.example/x.png) # h",
  },
  { name: "a code fence", given: "`` ` ``` \n```\n# out\n~~~" },
  { name: "a table", given: "a | b\n| - | - |" },
  { name: "mentions", given: "@everyone @org/team #1 GH-1 https://evil.example www.evil.example" },
  {
    name: "workflow commands",
    given: "x\n::error::owned\n::set-output name=a::b\r\n::stop-commands::t",
  },
  { name: "terminal commands", given: "\u001B[2J\u001B]0;owned\u0007\u009B31m" },
  { name: "text that turns around", given: "\u202Egnp.exe\u2066\u200B" },
  { name: "XML", given: "]]>&lt;<![CDATA[x]]>\uFFFE" },
  { name: "percent signs", given: "%0A::error::owned%25" },
  { name: "an encoded surrogate", given: "\uFFFD%ED%A0%80" },
];

/** The same text wherever a document's author, a branch or a waiver can put one. */
async function hostileReview(text: string): ReturnType<typeof reviewTexts> {
  const head = petsDocument({ limit: "maximum: 50", name: text, description: `${text}!` });
  const options = { labels: [text, text], commits: true } as const;
  const base = petsDocument({ name: text, description: text });
  const review = await reviewTexts(base, head, options);
  const [finding] = review.comparisons[0]?.findings ?? [];
  const waiver = { reason: text, owner: text, expires: "2027-01-01" };
  return reviewTexts(base, head.replace("operationId: listPets", "operationId: pets"), {
    ...options,
    promises: ["wire"],
    waivers: [
      { ...waiver, fingerprint: finding?.fingerprint ?? "" },
      { ...waiver, fingerprint: "0".repeat(16) },
    ],
  });
}

const forbidden =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/;

describe("hostile text", () => {
  it.each(attacks)("of $name controls no terminal in any format", async ({ given }) => {
    const review = await hostileReview(given);
    for (const format of formatNames) {
      const text = await renderReview(format, review, { color: false });
      expect([format, forbidden.exec(format === "json" ? "" : text)?.[0]]).toEqual([
        format,
        undefined,
      ]);
    }
  });

  it.each(attacks)("of $name begins no workflow command", async ({ given }) => {
    const text = await renderReview("github", await hostileReview(given), { color: false });
    for (const line of text.trimEnd().split("\n")) {
      expect(line).toMatch(/^::(?:error|warning|notice)(?: |::)/);
      expect(line.replace(/^::\w+ ?[^:]*::/, "")).not.toMatch(/^::/);
    }
  });

  it.each(attacks)("of $name is text in HTML", async ({ given }) => {
    const text = await renderReview("html", await hostileReview(given), { color: false });
    const allowed =
      /<\/?(?:!doctype|html|head|meta|title|style|body|a|header|h1|h2|h3|p|fieldset|legend|label|input|kbd|main|article|span|code|dl|dt|dd|pre|div|section|ol|li|ul|footer|script)(?=[\s>])/gi;
    const tags = text.match(/<[/!a-z][^\s>]*/gi) ?? [];
    expect(tags.length).toBe(text.match(allowed)?.length);
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toMatch(/(?:src|href)="(?!#)/);
    expect(text.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]* on\w+=/);
  });

  it.each(attacks)("of $name stays in code spans of Markdown", async ({ given }) => {
    const review = await hostileReview(given);
    for (const markdown of [
      await renderReview("markdown", review, { color: false }),
      changesetText(["pkg"], "major", review.comparisons[0]?.findings ?? []),
    ]) {
      const prose = withoutCode(markdown);
      expect(prose).not.toMatch(/@(?:everyone|org)/);
      expect(prose).not.toMatch(/javascript:|(?:\/\/|www\.)evil/);
      expect(
        prose.match(/<\/?(\w+)/g)?.every((tag) => /^<\/?(?:details|summary|sub)$/.test(tag)) ??
          true,
      ).toBe(true);
      expect(prose.match(/<details>/g)?.length).toBe(prose.match(/<\/details>/g)?.length);
    }
  });

  it.each(attacks)("of $name leaves JUnit well-formed", async ({ given }) => {
    const text = await renderReview("junit", await hostileReview(given), { color: false });
    expect(xmlProblem(text)).toBeUndefined();
  });
});

/** Takes fenced blocks and code spans out as CommonMark delimits them (§4.5, §6.1). */
function withoutCode(markdown: string): string {
  return markdown
    .replaceAll(/^(`{3,})[^`\n]*\n[^]*?\n\1`*$/gm, "")
    .replaceAll(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, "");
}

/** What is wrong with the nesting of an XML text; a reader for the few forms that the report has. */
function xmlProblem(text: string): string | undefined {
  const open: string[] = [];
  const body = text.replace(/^<\?xml[^?]*\?>\n/, "");
  const token =
    /<(\/?)([a-z]+)((?:\s+[a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*)\s*(\/?)>/y;
  for (let at = 0; at < body.length;) {
    if (body.charAt(at) !== "<") {
      const reference = /^&(?:amp|lt|gt|quot|apos);/.exec(body.slice(at, at + 6));
      if (body.charAt(at) === "&" && reference === null) return `a lone & at ${String(at)}`;
      at += reference?.[0].length ?? 1;
      continue;
    }
    token.lastIndex = at;
    const match = token.exec(body);
    if (match === null) return `no tag at ${String(at)}: ${body.slice(at, at + 60)}`;
    const [whole, isEnd, name = "", , isEmpty] = match;
    if (isEnd === "/" && open.pop() !== name) return `a stray end of ${name}`;
    if (isEnd === "" && isEmpty === "") open.push(name);
    at += whole.length;
  }
  return open.length === 0 ? undefined : `${open.join(", ")} left open`;
}
