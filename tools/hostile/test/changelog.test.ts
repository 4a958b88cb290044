import {
  changesetText,
  defaultConfig,
  neededBump,
  reviewContracts,
} from "@flex-channels/contract-review";
import type { Finding } from "@flex-channels/contract-review";
import type { OpenApiDocument } from "@flex-channels/document";
import { loadDocument } from "@flex-channels/document";
import { contractSection } from "@flex-channels/release/src/changelog/contract-section.ts";
import { expect, test } from "vitest";
import { hostileTexts } from "../src/hostile-texts.ts";
import { controlCharacters } from "../src/inert/control-characters.ts";
import { markdownProblems } from "../src/inert/markdown.ts";
import { hostileDocument } from "./hostile-document.ts";
import { rules } from "./inert-log.ts";

async function findings(): Promise<readonly Finding[]> {
  const { base, head } = hostileDocument(hostileTexts);
  const load = (file: string, bytes: string): OpenApiDocument => {
    const severities = { "path-parameter-unused": "off" } as const;
    const result = loadDocument({ file, bytes }, { severities });
    if (result.kind === "refused") throw new Error(JSON.stringify(result.diagnostics));
    return result.document;
  };
  const { comparisons } = await reviewContracts({
    bases: [{ label: "base", document: load("base.yaml", base) }],
    head: { label: "head", document: load("head.yaml", head) },
    config: defaultConfig,
    waivers: [],
    today: "2026-11-22",
    promises: ["wire"],
  });
  return comparisons.flatMap((comparison) => comparison.findings);
}

test("a changeset that tells of hostile names is a front matter and text", async () => {
  const found = await findings();
  const text = changesetText(["@example/contract"], neededBump(found), found);
  const [, front = "", summary = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  expect(front).toBe('"@example/contract": major');
  expect(summary).toContain("evil-link");
  expect(markdownProblems(summary, rules)).toEqual([]);
  expect(controlCharacters(text)).toEqual([]);
});

test("a changelog that tells of hostile names is headings, lists and text of ours", async () => {
  const found = await findings();
  for (let start = 0; start < found.length; start += 30) {
    const section = contractSection(
      { kind: "carries" },
      { since: "1.0.0", contractVersion: "2.0.0", findings: found.slice(start, start + 30) },
    );
    expect(section).toBeDefined();
    expect(markdownProblems(section ?? "", rules)).toEqual([]);
    expect(controlCharacters(section ?? "")).toEqual([]);
  }
});
