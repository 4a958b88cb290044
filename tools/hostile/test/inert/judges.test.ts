import { expect, test } from "vitest";
import { hostileTexts } from "../../src/hostile-texts.ts";
import { controlCharacters } from "../../src/inert/control-characters.ts";
import { htmlFacts } from "../../src/inert/html.ts";
import { markdownProblems } from "../../src/inert/markdown.ts";
import { workflowCommands } from "../../src/inert/runner.ts";

/** Each kind of text, and the judge that must see through it when it is shown as it is. */
const dangerous: Readonly<Record<string, readonly string[]>> = {
  markdown: [
    "link",
    "image",
    "reference",
    "address",
    "autolink",
    "mention",
    "issue",
    "commit",
    "emphasis",
    "heading",
    "list",
    "quote",
    "table",
    "cell",
    "footnote",
    "mermaid",
    "math",
    "html",
    "script",
    "close",
    "attribute",
    "scheme",
    "comment",
    "entity",
    "cdata",
    "expression",
    "long",
  ],
  html: ["html", "script", "scheme", "comment"],
  log: ["command", "old-command", "resume"],
  control: ["colour", "title", "backspace", "bidi", "invisible", "lines"],
};

function textOf(kind: string): { readonly word: string; readonly text: string } {
  const found = hostileTexts.find(({ word }) => word === `evil-${kind}`);
  if (found === undefined) throw new Error(`There is no hostile text ${kind}.`);
  return found;
}

test.each(dangerous["markdown"] ?? [])("Markdown that holds %s as it is has a problem", (kind) => {
  const { word, text } = textOf(kind);
  expect(markdownProblems(text, { links: ["https://github.com/"], words: [word] })).not.toEqual([]);
});

test.each(dangerous["html"] ?? [])("a page that holds %s as it is has a problem", (kind) => {
  const { word, text } = textOf(kind);
  expect(htmlFacts(`<body>${text}</body>`, [word]).problems).not.toEqual([]);
});

test.each(dangerous["log"] ?? [])("a log that holds %s as it is has a command", (kind) => {
  expect(workflowCommands(textOf(kind).text)).not.toEqual([]);
});

test.each(dangerous["control"] ?? [])("%s holds characters that are obeyed or hidden", (kind) => {
  expect(controlCharacters(textOf(kind).text)).not.toEqual([]);
});

test("texts in code, our own markup and our own links are no problem", () => {
  const rules = { links: ["https://github.com/o/r/"], words: ["evil-link"] };
  const markdown = [
    "<!-- contract-review v1 name=a digest=b said=nothing -->",
    "## Verdict",
    "",
    "The `evil-link` of [`file`](https://github.com/o/r/blob/abc#L1) ended.",
    "",
    "<details>",
    "<summary>3 compatible</summary>",
    "",
    "```http",
    "GET /evil-link @evil #1",
    "```",
    "",
    "</details>",
    "",
    "<sub>Small</sub>",
  ].join("\n");
  expect(markdownProblems(markdown, rules)).toEqual([]);
});

const logs = [
  {
    name: "a command behind spaces is obeyed",
    given: "   ::error title=a%2Cb,line=1::c%0Ad",
    want: [{ name: "error", properties: { title: "a,b", line: "1" }, data: "c\nd" }],
  },
  {
    name: "an old command in the middle of a line is obeyed",
    given: "safe ##[warning]text",
    want: [{ name: "warning", properties: {}, data: "text" }],
  },
  { name: "a name that is no command's is text", given: "::nothing::text", want: [] },
  { name: "a command in the middle of a line is text", given: "safe ::error::text", want: [] },
  {
    name: "stopped commands are text until the word comes",
    given: "::stop-commands::word\n::error::a\n##[error]b\n::word::\n::notice::c",
    want: [
      { name: "stop-commands", properties: {}, data: "word" },
      { name: "notice", properties: {}, data: "c" },
    ],
  },
] as const;

test.each(logs)("$name", ({ given, want }) => {
  expect(workflowCommands(given)).toEqual(want);
});

test("every text holds its word", () => {
  for (const { word, text } of hostileTexts) expect(text).toContain(word);
});
