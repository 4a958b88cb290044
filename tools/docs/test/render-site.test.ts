import { fromHtml } from "hast-util-from-html";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { contentSecurityPolicy, pages } from "../src/page/layout.ts";
import type { LastReview } from "../src/page/review-page.ts";
import { renderSite, type SiteInput } from "../src/render-site.ts";
import { shopDocument } from "./shop-document.ts";
import { all, documentText, fileOf, one, pageOf, readme, siteInput, textOf } from "./site.ts";

const changelogs: SiteInput["changelogs"] = [
  {
    package: "@flex-channels/contract",
    markdown:
      "# @flex-channels/contract\n\n## 1.2.0\n\n### Minor Changes\n\n- abc1234: A new property.\n",
    pending: [{ bump: "major", summary: "`task_sid` is gone." }],
  },
];
const review: LastReview = {
  kind: "reviewed",
  base: "v1",
  markdown: "## Breaking\n\n<details>\n<summary>2 compatible</summary>\n\n- one\n\n</details>\n",
  html: "<!doctype html><title>whole report</title>",
};

const sites = [
  { name: "without a mock", input: siteInput() },
  { name: "with a mock", input: siteInput(documentText, { mockBase: "mock", changelogs, review }) },
  { name: "of another document", input: siteInput(shopDocument, { mockBase: "mock" }) },
];
const rendered = sites.flatMap(({ name, input }) => {
  const files = renderSite(input);
  const paths = files.map(({ path }) => path);
  return pages.map(({ file }) => {
    const text = fileOf(files, file);
    return { name, file, text, paths, page: fromHtml(text) };
  });
});

describe("every page", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:a11y"],
    rules: {
      "doctype-style": ["error", { style: "lowercase" }],
    },
  });

  test.each(rendered)("$file of a site $name is valid HTML", async ({ text }) => {
    const { results } = await validator.validateString(text);
    const messages = results.flatMap(({ messages: found }) =>
      found.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
    );
    expect(messages).toEqual([]);
  });

  test.each(rendered)("$file of a site $name asks nobody but its own folder", ({ page }) => {
    const loaded = all(page, "[src], link[href]").map(
      ({ properties }) => properties["src"] ?? properties["href"],
    );
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((address) => !/^[\w-]+\.[a-z]+$/.test(String(address)))).toEqual([]);
    const links = all(page, "a").map(({ properties }) => String(properties["href"]));
    expect(links.filter((href) => /^(?:\/|javascript:|data:)/i.test(href))).toEqual([]);
  });

  test.each(rendered)("$file of a site $name carries nothing that runs", ({ page }) => {
    const [policy] = all(page, "meta[http-equiv=Content-Security-Policy]");
    expect(policy?.properties["content"]).toBe(contentSecurityPolicy);
    expect(all(page, "script").flatMap(({ children }) => children)).toEqual([]);
    expect(all(page, "style, [style], iframe, object, embed, img, base")).toEqual([]);
    const handlers = all(page, "*").flatMap(({ properties }) =>
      Object.keys(properties).filter((name) => /^on/i.test(name)),
    );
    expect(handlers).toEqual([]);
  });

  test.each(rendered)("$file of a site $name has headings in order", ({ page }) => {
    const headings = all(page, "h1, h2, h3, h4, h5, h6");
    const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });

  test.each(rendered)("$file of a site $name links to what is there", ({ page, paths }) => {
    const ids = all(page, "[id]").map(({ properties }) => properties["id"]);
    expect(new Set(ids).size).toBe(ids.length);
    const broken = all(page, "a")
      .map(({ properties }) => String(properties["href"]))
      .filter((href) => !/^https?:/.test(href))
      .filter((href) =>
        href.startsWith("#") ? !ids.includes(href.slice(1)) : !paths.includes(href),
      );
    expect(broken).toEqual([]);
  });
});

test("an operation that is added to the document has its section, its examples and its form", () => {
  const document = parseDocument(documentText);
  document.setIn(["paths", "/v1/Channels/{Sid}/Members"], {
    post: {
      operationId: "addMember",
      summary: "Add member",
      tags: ["Channel"],
      parameters: [{ name: "Sid", in: "path", required: true, schema: { type: "string" } }],
      requestBody: {
        required: true,
        content: { "application/json": { schema: { type: "object" }, example: { name: "Ada" } } },
      },
      responses: { "201": { description: "Added" } },
    },
  });
  const page = pageOf(siteInput(document.toString(), { mockBase: "mock" }));
  const section = all(page, "section.operation").find(
    (each) => textOf(one(each, "h3")) === "Add member",
  );
  if (section === undefined) throw new Error("no section");
  expect(textOf(one(section, "p.endpoint"))).toBe("POST /v1/Channels/{Sid}/Members");
  expect(textOf(section)).toContain('await flex.addMember("string", { body: { "name": "Ada" } });');
  expect(one(section, "form").properties).toMatchObject({
    dataMethod: "POST",
    dataPath: "/v1/Channels/{Sid}/Members",
    dataBase: "mock",
  });
  expect(all(page, "details.contents a").map(textOf)).toContain("POST Add member");
});

describe("a page of another document", () => {
  const page = pageOf(siteInput(shopDocument, { mockBase: "mock" }));

  test("knows nothing of the endpoint of this repository", () => {
    expect(textOf(page)).not.toMatch(/twilio|channel(?!s\/client)|Sid\b/i);
  });

  test("has its operations by tag, those without one at the end", () => {
    expect(all(page, "section.group > h2").map(textOf)).toEqual(["Orders", "Operations"]);
    expect(all(page, "section.operation h3").map(textOf)).toEqual([
      "Update an order deprecated",
      "getHealth",
    ]);
  });

  test("has a table for each place of parameters", () => {
    const headings = all(page, "section.operation h4").map(textOf);
    expect(headings.slice(0, 6)).toEqual([
      "Path parameters",
      "Query parameters",
      "Header parameters",
      "Cookie parameters",
      "Body required",
      "Responses",
    ]);
  });

  test("opens what schemas hold, and a schema inside itself once", () => {
    const folds = all(page, ".told details summary").map(textOf);
    expect(folds).toContain("Show attributes of lines");
    expect(folds).toContain("Each item: object Line");
    expect(folds).toContain("Alternative 2: object");
  });

  test("has no field for what a page may not send", () => {
    const names = all(page, "form input").map(({ properties }) => properties["name"]);
    expect(names).toEqual(["id", "shop-id", "dry run", "limit", "X-Trace", "X-Key"]);
    expect(textOf(one(page, ".try"))).toContain("Cookies are not sent");
  });

  test("says where nobody is asked who they are", () => {
    expect(all(page, "p.security").map(textOf)).toEqual([
      "Authentication: API key in the header X-Key.",
      "No authentication.",
    ]);
  });
});

describe("the form", () => {
  const form = one(pageOf(siteInput(documentText, { mockBase: "mock" })), "form");

  test("has a label for each field", () => {
    const labels = all(form, "label").map((label) => ({
      text: textOf(label),
      of: [label.properties["htmlFor"]].flat()[0],
    }));
    const fields = all(form, "input, textarea").map(({ properties }) => properties["id"]);
    expect(labels.map(({ of }) => of)).toEqual(fields);
    expect(labels.map(({ text }) => text)).toEqual(["Sid (path)", "User name", "Password"]);
  });

  test("holds the constraint of the document and a value that keeps to it", () => {
    const { value, pattern, required } = one(form, "input[name=Sid]").properties;
    expect({ value, pattern, required }).toEqual({
      value: "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      pattern: "^CH[0-9a-fA-F]{32}$",
      required: true,
    });
  });

  test("is not there without a mock, and the page says why", () => {
    const page = pageOf(siteInput());
    expect(all(page, "form, script[src='try-it.js']")).toEqual([]);
    expect(textOf(one(page, ".try"))).toContain("pnpm run docs");
  });
});

describe("the other pages", () => {
  test("the client's page holds every example of its README", () => {
    const page = pageOf(siteInput(), "guide.html");
    const examples = [...readme.matchAll(/^```(?:ts|sh)\n(.*?)^```$/gms)].map(([, code = ""]) =>
      code.trim(),
    );
    const blocks = all(page, "pre code").map((code) => textOf(code));
    expect(examples.length).toBeGreaterThan(5);
    expect(blocks).toEqual(examples.map((code) => code.replaceAll(/\s+/g, " ")));
  });

  test("relative links of the README lead to the repository", () => {
    const page = pageOf(siteInput(), "guide.html");
    const links = all(page, "main a").map(({ properties }) => properties["href"]);
    expect(links).toContain("https://example.com/packages/client/api.md");
  });

  test("the changelog tells what was released and what waits", () => {
    const page = pageOf(siteInput(documentText, { changelogs }), "changelog.html");
    expect(all(page, "main h2, main h3, main h4").map(textOf)).toEqual([
      "@flex-channels/contract",
      "Not released yet",
      "1.2.0",
      "Minor Changes",
    ]);
    expect(textOf(one(page, ".pending"))).toBe("major task_sid is gone.");
  });

  test("the changelog says that nothing was released", () => {
    const page = pageOf(siteInput(), "changelog.html");
    expect(textOf(one(page, "main"))).toContain("Nothing has been released yet.");
  });

  test("the review of the last change is shown, and stands whole beside it", () => {
    const input = siteInput(documentText, { review });
    const page = pageOf(input, "review.html");
    expect(textOf(one(page, ".report summary"))).toBe("2 compatible");
    expect(fileOf(renderSite(input), "contract-review.html")).toContain("whole report");
  });

  test("without a change the page says so, and there is no report", () => {
    const files = renderSite(siteInput());
    expect(textOf(one(pageOf(siteInput(), "review.html"), "main"))).toContain("Nothing changed.");
    expect(files.map(({ path }) => path)).not.toContain("contract-review.html");
  });
});
