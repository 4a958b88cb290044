import * as fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { docComment } from "../src/doc-comment.ts";

const rows = [
  { name: "nothing gives nothing", given: {}, want: "" },
  {
    name: "a summary alone",
    given: { summary: "Fetch channel" },
    want: "/**\n * Fetch channel\n */\n",
  },
  {
    name: "parameters follow the prose",
    given: { summary: "Fetch", parameters: [{ name: "sid", text: "The SID." }] },
    want: "/**\n * Fetch\n *\n * @param sid The SID.\n */\n",
  },
  {
    name: "a parameter that nothing is said of is left out",
    given: { summary: "Fetch", parameters: [{ name: "sid", text: "" }] },
    want: "/**\n * Fetch\n */\n",
  },
  {
    name: "a deprecation without a reason is the bare tag",
    given: { summary: "Fetch", deprecated: "" },
    want: "/**\n * Fetch\n *\n * @deprecated\n */\n",
  },
  {
    name: "the end of a comment does not end it",
    given: { summary: "a */ b" },
    want: "/**\n * a *\\/ b\n */\n",
  },
  {
    name: "a tag in the document's text is text",
    given: { summary: "@deprecated no" },
    want: "/**\n * \\@deprecated no\n */\n",
  },
  {
    name: "a line separator is a line break",
    given: { summary: "a\u2028b" },
    want: "/**\n * a\n * b\n */\n",
  },
] as const;

describe("docComment", () => {
  test.each(rows)("$name", ({ given, want }) => {
    expect(docComment(given)).toBe(want);
  });

  test("no text ends the comment", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("*", "/", "\\", "\n", "\r", "\u2028", " ", "a") }),
        (summary) => {
          const file = ts.createSourceFile(
            "a.ts",
            `${docComment({ summary })}export const a = 1;`,
            ts.ScriptTarget.Latest,
          );
          expect(file.statements).toHaveLength(1);
        },
      ),
    );
  });
});
