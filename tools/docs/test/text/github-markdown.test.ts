import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { githubMarkdown } from "../../src/text/github-markdown.ts";

test.each([
  {
    name: "keeps what GitHub keeps",
    given: "<details>\n<summary>a</summary>\n\n**b**\n\n</details>",
    want: "<details>\n<summary>a</summary>\n<p><strong>b</strong></p>\n</details>",
  },
  { name: "drops a script", given: "a<script>alert(1)</script>", want: "<p>a</p>" },
  { name: "drops a handler", given: '<b onclick="x()">a</b>', want: "<p><b>a</b></p>" },
  { name: "drops a style", given: '<p style="color:red">a</p>', want: "<p>a</p>" },
  { name: "drops a link that runs", given: "[a](javascript:b)", want: "<p><a>a</a></p>" },
])("a comment $name", ({ given, want }) => {
  expect(toHtml(githubMarkdown(given)).trim()).toBe(want);
});
