import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import { markdown, markdownText, type MarkdownOptions } from "../../src/text/markdown.ts";

const render = (text: string, options?: MarkdownOptions): string =>
  toHtml([...markdown(text, options)]).trim();

describe("Markdown becomes safe HTML", () => {
  test.each([
    {
      name: "marks",
      given: "*a* **b** `c` ~~d~~",
      want: "<p><em>a</em> <strong>b</strong> <code>c</code> <del>d</del></p>",
    },
    { name: "HTML as text", given: "a <b>c</b>", want: "<p>a &#x3C;b>c&#x3C;/b></p>" },
    {
      name: "a block of HTML as text",
      given: "<div>\na\n</div>",
      want: "&#x3C;div>\na\n&#x3C;/div>",
    },
    {
      name: "a link to the web",
      given: "[a](https://b.c)",
      want: '<p><a href="https://b.c">a</a></p>',
    },
    { name: "no link that runs", given: "[a](javascript:b)", want: "<p><span>a</span></p>" },
    { name: "no link to data", given: "[a](data:text/html,b)", want: "<p><span>a</span></p>" },
    {
      name: "an image as a link",
      given: "![a](https://b.c/d.png)",
      want: '<p><a href="https://b.c/d.png">a</a></p>',
    },
    {
      name: "an image that runs as text",
      given: "![a](javascript:b)",
      want: "<p><span>a</span></p>",
    },
    { name: "a heading as a strong line", given: "# a", want: "<p><strong>a</strong></p>" },
    {
      name: "an address as a link",
      given: "https://b.c",
      want: '<p><a href="https://b.c">https://b.c</a></p>',
    },
    {
      name: "code that takes the focus",
      given: "```\na < b\n```",
      want: '<pre tabindex="0"><code>a &#x3C; b</code></pre>',
    },
  ])("$name", ({ given, want }) => {
    expect(render(given)).toBe(want);
  });

  test("headings begin where they are told to, and are named", () => {
    const options = { headingLevel: 2, headingId: (text: string) => `to-${text}` };
    expect(render("# a `b`", options)).toBe('<h2 id="to-a b">a <code>b</code></h2>');
  });

  test("headings end at the sixth level", () => {
    expect(render("###### a", { headingLevel: 3 })).toBe("<h6>a</h6>");
  });

  test("relative links lead where they are told to, and nowhere otherwise", () => {
    const resolveLink = (href: string): string => `https://x.y/${href}`;
    expect(render("[a](b.md)", { resolveLink })).toBe('<p><a href="https://x.y/b.md">a</a></p>');
    expect(render("[a](b.md)")).toBe("<p><span>a</span></p>");
  });
});

test("the words of a text are a line for each block", () => {
  expect(markdownText("**a**\nb\n\n- `c`\n- d")).toBe("a b\ncd");
});
