import { describe, expect, it } from "vitest";
import { parseWaivers } from "../../src/verdict/waiver.ts";
import { petsDocument, reviewTexts } from "../sample-review.ts";

const base = petsDocument();
const head = petsDocument({ limit: "maximum: 50" });
const told = { reason: "Nobody sends more than 50.", owner: "@api-team" };

async function printOf(): Promise<string> {
  const review = await reviewTexts(base, head);
  return review.comparisons[0]?.findings[0]?.fingerprint ?? "";
}

describe("waivers", () => {
  it("mute exactly the finding that they name", async () => {
    const fingerprint = await printOf();
    const waiver = { ...told, fingerprint, expires: "2026-11-22" };
    const review = await reviewTexts(base, head, { waivers: [waiver] });
    const [finding] = review.comparisons[0]?.findings ?? [];
    expect(review.bump).toBe("none");
    expect(review.passed).toBe(true);
    expect(finding?.waiver).toEqual({ ...told, expires: "2026-11-22", mutedBump: "major" });
    expect(review.waivers).toEqual({ unused: [], expired: [] });
  });

  it("mute nothing once their day is over, and are reported", async () => {
    const waiver = { ...told, fingerprint: await printOf(), expires: "2026-11-21" };
    const review = await reviewTexts(base, head, { waivers: [waiver] });
    expect(review.bump).toBe("major");
    expect(review.waivers).toEqual({ unused: [], expired: [waiver] });
  });

  it("are reported where no finding needs them", async () => {
    const waiver = { ...told, fingerprint: "0123456789abcdef", expires: "2027-01-01" };
    const review = await reviewTexts(base, base, { waivers: [waiver] });
    expect(review.waivers).toEqual({ unused: [waiver], expired: [] });
  });

  it("outlive a rebase: lines and values are not in a fingerprint", async () => {
    const moved = (text: string): string => text.replace("paths:", "tags: [{ name: a }]\npaths:");
    const review = await reviewTexts(moved(base), moved(petsDocument({ limit: "maximum: 40" })));
    expect(review.comparisons[0]?.findings[0]?.fingerprint).toBe(await printOf());
  });
});

describe("parseWaivers", () => {
  const good = { ...told, fingerprint: "0123456789abcdef", expires: "2027-01-31" };

  it.each([
    { name: "an empty file", given: null, want: [] },
    { name: "a list", given: [good], want: [good] },
    { name: "a list under its name", given: { waivers: [good] }, want: [good] },
  ])("reads $name", ({ given, want }) => {
    expect(parseWaivers(given, "w.yaml")).toEqual(want);
  });

  it.each([
    { name: "a text", given: "x", want: "w.yaml: expected a list of waivers, received string." },
    {
      name: "an unknown field",
      given: [{ ...good, because: "x" }],
      want: 'w.yaml: waiver 1: unknown field "because". Expected fingerprint, reason, owner, expires.',
    },
    {
      name: "no owner",
      given: [{ ...good, owner: " " }],
      want: 'w.yaml: waiver 1: expected a text in "owner", received string.',
    },
    {
      name: "a day that is none",
      given: [good, { ...good, expires: "2027-02-30" }],
      want: 'w.yaml: waiver 2: expected a day such as 2027-01-31 in "expires", received "2027-02-30".',
    },
    {
      name: "a fingerprint that is none",
      given: [{ ...good, fingerprint: "xyz" }],
      want: 'w.yaml: waiver 1: expected the 16 hexadecimal digits that the report shows in "fingerprint", received "xyz".',
    },
  ])("refuses $name and says where", ({ given, want }) => {
    expect(() => parseWaivers(given, "w.yaml")).toThrow(want);
  });
});
