import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { all, documentText, fileOf, pageOf, siteInput, textOf } from "./site.ts";
import { renderSite } from "../src/render-site.ts";

/** Words that mean something to a browser, a Markdown renderer, a terminal or a shell. */
const hostile = [
  `<script>alert("html")</script>`,
  `<img src="https://evil.example.com/a.png" onerror="alert('attribute')">`,
  `[link](javascript:alert%28'markdown'%29)`,
  `[data](data:text/html,<script>alert(1)</script>)`,
  `![pixel](https://evil.example.com/pixel.png)`,
  `<javascript:alert(1)>`,
  `[reference][r]`,
  `"><svg onload=alert(1)>`,
  `</code></pre></template></style></title>`,
  `\u202Eright to left\u2066`,
  `'; rm -rf / #\``,
].join("\n\n");
const reference = `${hostile}\n\n[r]: javascript:alert(2)`;

const places: readonly (readonly (string | number)[])[] = [
  ["info", "title"],
  ["info", "summary"],
  ["info", "description"],
  ["info", "license", "name"],
  ["servers", 0, "description"],
  ["tags", 0, "description"],
  ["paths", "/v1/Channels/{Sid}", "description"],
  ["paths", "/v1/Channels/{Sid}", "get", "summary"],
  ["paths", "/v1/Channels/{Sid}", "get", "description"],
  ["paths", "/v1/Channels/{Sid}", "get", "operationId"],
  ["paths", "/v1/Channels/{Sid}", "get", "x-codeSamples", 0, "source"],
  ["paths", "/v1/Channels/{Sid}", "get", "x-codeSamples", 0, "label"],
  ["paths", "/v1/Channels/{Sid}", "get", "x-codeSamples", 0, "lang"],
  ["paths", "/v1/Channels/{Sid}", "get", "parameters", 0, "description"],
  ["paths", "/v1/Channels/{Sid}", "get", "responses", "200", "description"],
  ["components", "securitySchemes", "accountSid_authToken", "description"],
  ["components", "schemas", "Channel", "description"],
  ["components", "schemas", "Channel", "properties", "sid", "description"],
  ["components", "headers", "XRequestId", "example"],
  ["components", "responses", "NotFound", "description"],
];

describe.each(places.map((place) => ({ name: place.join(" "), place })))(
  "hostile text at $name",
  ({ place }) => {
    const document = parseDocument(documentText);
    document.setIn(place, reference);
    const input = siteInput(document.toString(), { mockBase: "mock" });
    const text = fileOf(renderSite(input), "index.html");
    const page = fromHtml(text);

    test("makes no element and no request", () => {
      expect(all(page, "svg, img, iframe, style, template, base")).toEqual([]);
      expect(
        all(page, "script").map(({ properties, children }) => [properties["src"], children]),
      ).toEqual([
        ["theme.js", []],
        ["try-it.js", []],
      ]);
      const attributes = all(page, "*").flatMap(({ properties }) => Object.keys(properties));
      expect(attributes.filter((name) => /^on/i.test(name))).toEqual([]);
    });

    test("makes no link that runs or leads elsewhere than to the web", () => {
      const links = all(page, "a").map(({ properties }) => String(properties["href"]));
      expect(links.filter((href) => !/^(?:#|https?:|[\w-]+\.\w+$)/.test(href))).toEqual([]);
    });

    test("does not turn the direction of the page", () => {
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    });
  },
);

test("what is HTML in a description is read as it is written", () => {
  const document = parseDocument(documentText);
  document.setIn(["info", "description"], `Use <b>bold</b> or <script>alert(1)</script>.`);
  const text = textOf(pageOf(siteInput(document.toString())));
  expect(text).toContain("Use <b>bold</b> or <script>alert(1)</script>.");
});
