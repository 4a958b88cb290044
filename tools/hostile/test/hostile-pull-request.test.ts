import { XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { HostileText } from "../src/hostile-texts.ts";
import { hostileTexts } from "../src/hostile-texts.ts";
import { controlCharacters } from "../src/inert/control-characters.ts";
import { htmlFacts } from "../src/inert/html.ts";
import { markdownProblems } from "../src/inert/markdown.ts";
import type { HostileChange } from "./hostile-change.ts";
import { canary, openHostileChange, resultFolder } from "./hostile-change.ts";
import { brokenDocument, hostileDocument } from "./hostile-document.ts";
import { commandProblems, rules, words } from "./inert-log.ts";
import type { Said, Scene } from "./scene.ts";
import { createScene } from "./scene.ts";

// Programs are run as processes, on a machine that may have others to run.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

interface Row {
  readonly name: string;
  readonly base: string;
  readonly head: string;
  /** What must be seen in the reports. */
  readonly shown: readonly HostileText[];
}

const half = Math.ceil(hostileTexts.length / 2);
const rows: readonly Row[] = [
  {
    name: "names and values, one half",
    ...hostileDocument(hostileTexts.slice(0, half)),
    shown: hostileTexts.slice(0, half),
  },
  {
    name: "names and values, the other half",
    ...hostileDocument(hostileTexts.slice(half)),
    shown: hostileTexts.slice(half),
  },
  {
    name: "no document at all",
    base: hostileDocument([]).base,
    head: brokenDocument(hostileTexts),
    shown: [],
  },
];

describe.each(rows)("a hostile pull request: $name", ({ base, head, shown }) => {
  let scene: Scene;
  let change: HostileChange;
  let said: Readonly<Record<"analyse" | "gate" | "review" | "publish", Said>>;
  let files: Readonly<Record<string, string>> = {};
  let comment = "";
  let summary = "";
  beforeAll(async () => {
    scene = await createScene();
    change = await openHostileChange(scene, base, head);
    const analyse = await change.analyse();
    const [gate, review] = [await change.gate(), await change.review()];
    const left = await scene.files(resultFolder);
    said = { analyse, gate, review, publish: await change.publish(left) };
    const decoder = new TextDecoder();
    files = Object.fromEntries(
      Object.entries(left).map(([name, bytes]) => [name, decoder.decode(bytes)]),
    );
    summary = await scene.read("summary.md");
    comment = [...change.github.state.comments.values()].map(({ body }) => body).join("\n\n");
  });
  afterAll(async () => {
    await change.github.close();
    await scene.remove();
  });

  test("it is analysed, refused and told", () => {
    const { analyse, gate, publish, review } = said;
    expect([analyse.status, publish.status], `${analyse.log}${publish.log}`).toEqual([0, 0]);
    expect(gate.status).toBe(1);
    expect(review.status).toBe(shown.length === 0 ? 2 : 1);
    expect(change.github.state.comments.size).toBe(1);
    expect(change.github.state.statuses.map(({ state }) => state)).toEqual(["failure"]);
  });

  test("comment and summary hold text, links of ours and markup of ours, and nothing else", () => {
    expect(markdownProblems(comment, rules)).toEqual([]);
    expect(markdownProblems(summary, rules)).toEqual([]);
    expect(files["comment.md"]).toBe(summary);
  });

  test("the texts are shown, not swallowed", () => {
    const reports = `${comment}${Object.values(files).join("")}`;
    for (const { word } of shown) expect(reports).toContain(word);
  });

  test("the runner finds annotations of ours, and nothing that a text began", () => {
    expect(commandProblems(said.analyse.log, ["error", "warning", "notice"])).toEqual([]);
    expect(commandProblems(said.gate.log, [])).toEqual([]);
    expect(commandProblems(said.publish.log, [])).toEqual([]);
  });

  test("no log, comment or status holds a character that is obeyed or hidden", () => {
    const logs = Object.values(said).map(({ log }) => log);
    const statuses = change.github.state.statuses.map(({ description }) => description ?? "");
    expect(controlCharacters([...logs, ...statuses, comment, summary].join("\n"))).toEqual([]);
  });

  test("the status is in words of ours and leads to a page of ours", () => {
    for (const { description, targetUrl, context } of change.github.state.statuses) {
      expect(words.filter((word) => description?.includes(word))).toEqual([]);
      expect(targetUrl).toMatch(/^https:\/\/github\.com\/o\/r\//);
      expect(context).toBe("contract-review");
    }
  });

  test("the page runs, loads and leads to nothing of theirs", () => {
    const pages = Object.entries(files).filter(([name]) => name.endsWith(".html"));
    expect(pages).toHaveLength(shown.length === 0 ? 0 : 1);
    for (const [, page] of pages) {
      const { problems, elements } = htmlFacts(page, words);
      expect(problems).toEqual([]);
      for (const name of ["img", "iframe", "object", "embed", "base", "form", "svg", "math"]) {
        expect(elements[name]).toBeUndefined();
      }
    }
  });

  test("the token is in nothing that was said, written or sent", () => {
    const { requests, state } = change.github;
    const sent = [requests, [...state.comments.values()], state.statuses];
    expect(JSON.stringify([said, files, summary, sent])).not.toContain(canary);
  });
});

test("settings that cannot be meant are refused without a command in the log", async () => {
  const scene = await createScene();
  const { base } = hostileDocument([]);
  const change = await openHostileChange(scene, base, base);
  const keys = Object.fromEntries(hostileTexts.map(({ text }) => [text.slice(0, 300), true]));
  await scene.write({ ".github/contract-gate.yaml": JSON.stringify(keys) });
  const { status, log } = await change.analyse();
  expect(status).toBe(3);
  expect(log).toContain("evil-link");
  expect(commandProblems(log, [])).toEqual([]);
  expect(controlCharacters(log)).toEqual([]);
  await change.github.close();
  await scene.remove();
});

test("every report of the review is well formed, and Markdown in none but the one", async () => {
  const scene = await createScene();
  const { base, head } = hostileDocument(hostileTexts);
  await scene.write({ "base.yaml": base, "head.yaml": head });
  const outputs = ["junit", "markdown", "sarif", "github"].flatMap((format) => [
    "--output",
    `${format}=report.${format}`,
  ]);
  const documents = ["--base", "base.yaml", "--head", "head.yaml", "--promise", "wire"];
  const { status, log } = await scene.run("contract-review/src/cli.ts", [...documents, ...outputs]);
  expect(status, log).toBe(1);
  expect(controlCharacters(log)).toEqual([]);
  expect(XMLValidator.validate(await scene.read("report.junit"))).toBe(true);
  expect(markdownProblems(await scene.read("report.markdown"), rules)).toEqual([]);
  expect(
    commandProblems(await scene.read("report.github"), ["error", "warning", "notice"]),
  ).toEqual([]);
  const sarif = JSON.parse(await scene.read("report.sarif")) as {
    readonly runs: readonly { readonly results: readonly { readonly message: object }[] }[];
  };
  const messages = sarif.runs.flatMap(({ results }) => results.map(({ message }) => message));
  expect(messages.length).toBeGreaterThan(hostileTexts.length);
  for (const message of messages) expect(Object.keys(message)).toEqual(["text"]);
  await scene.remove();
});
