import { describe, expect, it } from "vitest";
import { defaultConfig, parseConfig } from "../../src/verdict/config.ts";
import { petsDocument, reviewTexts } from "../sample-review.ts";

describe("parseConfig", () => {
  it("fills every default in", () => {
    expect(parseConfig({}, "c.yaml")).toEqual(defaultConfig);
  });

  it("keeps what is written", () => {
    const written = {
      document: "spec/openapi.yaml",
      levels: { "default-changed": { bump: "patch", reason: "Documented as advice." } },
      openEnums: ["x-open"],
      deprecation: { sunset: "x-end", graceDays: 90 },
      packages: ["a"],
      waivers: "w.yaml",
    };
    expect(parseConfig(written, "c.yaml")).toEqual(written);
  });

  it.each([
    { name: "a list", given: [], want: "c.yaml: expected an object, received []." },
    { name: "an unknown field", given: { level: {} }, want: 'c.yaml: unknown field "level".' },
    {
      name: "a level without a reason",
      given: { levels: { "default-changed": { bump: "patch" } } },
      want: "c.yaml: levels.default-changed.reason: expected a sentence that says why, received nothing.",
    },
    {
      name: "a bump that is none",
      given: { levels: { x: { bump: "big", reason: "y" } } },
      want: 'c.yaml: levels.x.bump: expected one of none, patch, minor, major, received "big".',
    },
    {
      name: "half a day",
      given: { deprecation: { graceDays: 0.5 } },
      want: "c.yaml: deprecation.graceDays: expected a number of days, received 0.5.",
    },
    {
      name: "packages that are no texts",
      given: { packages: [1] },
      want: "c.yaml: packages: expected a list of texts, received [1].",
    },
  ])("refuses $name and says where", ({ given, want }) => {
    expect(() => parseConfig(given, "c.yaml")).toThrow(want);
  });
});

describe("levels", () => {
  const head = petsDocument({ limit: "maximum: 50" });

  it.each([
    { name: "a kind of change", given: "message-refused" },
    { name: "a rule id", given: "request-query-maximum" },
  ])("override $name, with the team's reason", async ({ given }) => {
    const level = { bump: "minor", reason: "This API is not released yet." } as const;
    const review = await reviewTexts(petsDocument(), head, {
      config: { levels: { [given]: level } },
    });
    const [finding] = review.comparisons[0]?.findings ?? [];
    expect(review.bump).toBe("minor");
    expect(finding?.answer).toBe("breaking");
    expect(finding?.reason).toBe(level.reason);
  });
});
