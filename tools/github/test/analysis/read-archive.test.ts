import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { parseAnalysis } from "../../src/analysis/parse-analysis.ts";
import { readArchive } from "../../src/analysis/read-archive.ts";
import { writeAnalysis } from "../../src/analysis/write-analysis.ts";
import { analysisOf } from "../publish/github-setting.ts";

const commit = "c".repeat(40);
const zeros = (length: number): Uint8Array => new Uint8Array(length);

/** The sizes that an archive declares, in its directory and beside the data, made smaller. */
function withDeclaredSize(archive: Uint8Array, size: number): Uint8Array {
  const lie = Buffer.from(archive);
  for (let at = 0; at + 4 <= lie.length; at += 1) {
    const signature = lie.readUInt32LE(at);
    if (signature === 0x04_03_4b_50) lie.writeUInt32LE(size, at + 22);
    if (signature === 0x02_01_4b_50) lie.writeUInt32LE(size, at + 24);
  }
  return lie;
}

describe("an archive", () => {
  test("of the analysis holds its result, whatever else it holds", async () => {
    const text = await writeAnalysis(analysisOf(commit, "breaking"));
    const archive = zipSync({ "review.html": strToU8("<p>"), "analysis.json": strToU8(text) });
    const analysis = parseAnalysis(await readArchive(archive));
    expect(analysis).toMatchObject(analysisOf(commit, "breaking"));
  });

  const rows: readonly { name: string; given: () => Uint8Array; want: RegExp }[] = [
    { name: "that is none", given: () => strToU8("PK, but no"), want: /no readable ZIP/ },
    { name: "that is empty", given: () => zipSync({}), want: /holds no analysis\.json/ },
    {
      name: "with the result in a folder",
      given: () => zipSync({ "a/analysis.json": strToU8("{}") }),
      want: /holds no analysis\.json/,
    },
    {
      name: "whose names climb",
      given: () => zipSync({ "../analysis.json": strToU8("{}") }),
      want: /no readable ZIP/,
    },
    {
      name: "with an absolute name",
      given: () => zipSync({ "/etc/passwd": strToU8("x"), "analysis.json": strToU8("{}") }),
      want: /no readable ZIP/,
    },
    {
      name: "of many files",
      given: () =>
        zipSync(
          Object.fromEntries(
            Array.from({ length: 30 }, (_, index) => [`f${String(index)}`, zeros(1)]),
          ),
        ),
      want: /more than 20 files/,
    },
    {
      name: "that swells",
      given: () => zipSync({ "analysis.json": zeros(64 * 1024 * 1024) }, { level: 9 }),
      want: /analysis\.json is longer than/,
    },
    {
      name: "that swells and says it would not",
      given: () =>
        withDeclaredSize(zipSync({ "analysis.json": zeros(64 * 1024 * 1024) }, { level: 9 }), 100),
      want: /no readable ZIP/,
    },
    { name: "that is long", given: () => zeros(9 * 1024 * 1024), want: /archive is longer than/ },
  ];

  test.each(rows)("$name is refused", async ({ given, want }) => {
    await expect(readArchive(given())).rejects.toThrow(want);
  });
});

describe("a result", () => {
  const text = async (change: (value: Record<string, unknown>) => unknown): Promise<Uint8Array> => {
    const value = JSON.parse(await writeAnalysis(analysisOf(commit, "breaking"))) as Record<
      string,
      unknown
    >;
    return strToU8(JSON.stringify(change(value)));
  };
  const rows: readonly { name: string; given: () => Promise<Uint8Array>; want: RegExp }[] = [
    { name: "that is no JSON", given: async () => Promise.resolve(strToU8("{")), want: /no JSON/ },
    {
      name: "that is no UTF-8",
      given: async () => Promise.resolve(new Uint8Array([0x22, 0xff, 0x22])),
      want: /no JSON in UTF-8/,
    },
    {
      name: "nested deep",
      given: async () => Promise.resolve(strToU8(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)),
      want: /nested deeper/,
    },
    {
      name: "with a long list",
      given: async () =>
        text((value) => ({ ...value, more: Array.from({ length: 5000 }, () => 0) })),
      want: /more than 2000 items/,
    },
    {
      name: "with a member that nobody knows",
      given: async () => text((value) => ({ ...value, comment: "<b>" })),
      want: /does not fit its schema/,
    },
    {
      name: "of a commit that is none",
      given: async () => text((value) => ({ ...value, commit: "main" })),
      want: /does not fit its schema/,
    },
    {
      name: "whose pull request is a text",
      given: async () => text((value) => ({ ...value, pull: "1" })),
      want: /does not fit its schema/,
    },
    {
      name: "whose finding has markup for a rule",
      given: async () => {
        const whole = await text((value) => value);
        return strToU8(
          new TextDecoder().decode(whole).replace('"response-body-enum"', '"response-<img>"'),
        );
      },
      want: /does not fit its schema/,
    },
  ];
  test.each(rows)("$name is refused", async ({ given, want }) => {
    const bytes = await given();
    expect(() => parseAnalysis(bytes)).toThrow(want);
  });

  test("keeps the heaviest findings and counts the rest", async () => {
    const whole = analysisOf(commit, "breaking");
    if (whole.outcome.kind !== "reviewed") throw new Error("expected a review");
    const { review } = whole.outcome;
    const [comparison] = review.comparisons;
    const [finding] = comparison?.findings ?? [];
    if (comparison === undefined || finding === undefined) throw new Error("expected a finding");
    const many = {
      ...whole,
      outcome: {
        ...whole.outcome,
        review: {
          ...review,
          comparisons: [{ ...comparison, findings: Array.from({ length: 1000 }, () => finding) }],
        },
      },
    };
    const read = parseAnalysis(strToU8(await writeAnalysis(many)));
    expect(read.omitted).toBe(600);
  });
});
