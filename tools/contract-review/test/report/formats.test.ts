import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { formatNames, renderReview } from "../../src/report/formats.ts";
import type { Review } from "../../src/verdict/review.ts";
import { petsDocument, reviewTexts } from "../sample-review.ts";

const json = (path: string): object =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as object;

/** SARIF's schema is of draft 4, whose keywords it uses only where 2020-12 reads them alike. */
function sarifSchema(): object {
  const path = createRequire(import.meta.url).resolve(
    "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  );
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  return schema;
}

const options = { strict: false, allErrors: true, validateFormats: false };
// Its pattern of languages has a lone bracket, which only the older reading of patterns allows.
const isSarif = new Ajv2020({ ...options, unicodeRegExp: false }).compile(sarifSchema());
const isReport = new Ajv2020(options).compile(json("../../findings.schema.json"));

const unwaived = "0".repeat(16);

async function reviews(): Promise<readonly (readonly [name: string, review: Review])[]> {
  const base = petsDocument();
  const breaking = await reviewTexts(base, petsDocument({ limit: "maximum: 50" }), {
    commits: true,
    waivers: [
      { fingerprint: unwaived, reason: "old", owner: "@team", expires: "2026-01-01" },
      { fingerprint: "1".repeat(16), reason: "none", owner: "@team", expires: "2027-01-01" },
    ],
  });
  const [finding] = breaking.comparisons[0]?.findings ?? [];
  const waived = await reviewTexts(base, petsDocument({ limit: "maximum: 50" }), {
    waivers: [
      {
        fingerprint: finding?.fingerprint ?? "",
        reason: "agreed <b>with</b> @everyone",
        owner: "@api-team",
        expires: "2027-01-01",
      },
    ],
  });
  const compiled = await reviewTexts(base, base.replace(/^ *nickname.*\n/m, ""), {
    promises: ["wire", "source"],
  });
  return [
    ["nothing", await reviewTexts(base, base)],
    ["breaking", breaking],
    ["waived", waived],
    ["compiled", compiled],
    [
      "with changesets",
      {
        ...breaking,
        changesets: {
          needed: "major",
          isEnough: false,
          packages: [{ name: "@flex-channels/contract", declared: "minor", isEnough: false }],
        },
      },
    ],
  ];
}

describe("formats", () => {
  it("writes JSON that its published schema describes", async () => {
    for (const [name, review] of await reviews()) {
      const report: unknown = JSON.parse(await renderReview("json", review, { color: false }));
      expect([name, isReport(report), isReport.errors]).toEqual([name, true, null]);
    }
  });

  it("publishes a schema that refuses a finding without a fingerprint", async () => {
    const review = await reviewTexts(petsDocument(), petsDocument({ limit: "maximum: 50" }));
    const text = await renderReview("json", review, { color: false });
    const report: unknown = JSON.parse(
      text.replaceAll(/"fingerprint": "[0-9a-f]{16}"/g, '"print": ""'),
    );
    expect(isReport(report)).toBe(false);
  });

  it("writes SARIF that OASIS's schema describes", async () => {
    for (const [name, review] of await reviews()) {
      const report: unknown = JSON.parse(await renderReview("sarif", review, { color: false }));
      expect([name, isSarif(report), isSarif.errors]).toEqual([name, true, null]);
    }
  });

  it("tells the same verdict in every format", async () => {
    for (const [, review] of await reviews()) {
      for (const format of formatNames) {
        const text = await renderReview(format, review, { color: false });
        expect([format, text.endsWith("\n")]).toEqual([format, true]);
        for (const { findings } of review.comparisons) {
          for (const { fingerprint, answer } of findings) {
            // A compatible finding of a comment is a line in a fold.
            const isTold =
              text.includes(fingerprint) || (format === "markdown" && answer === "compatible");
            expect([format, fingerprint, isTold]).toEqual([format, fingerprint, true]);
          }
        }
      }
    }
  });

  it("is a pure function of the review", async () => {
    for (const [, review] of await reviews()) {
      for (const format of formatNames) {
        const once = await renderReview(format, review, { color: true });
        expect(await renderReview(format, review, { color: true })).toBe(once);
      }
    }
  });
});
