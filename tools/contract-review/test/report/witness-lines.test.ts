import { describe, expect, it } from "vitest";
import { formatNames, renderReview } from "../../src/report/formats.ts";
import { shortWitness } from "../../src/report/witness-lines.ts";
import { petsDocument, reviewTexts } from "../sample-review.ts";

const answer = (body: object) =>
  ({
    kind: "response",
    status: 200,
    message: { "200": { body: { "application/json": JSON.parse(JSON.stringify(body)) } } },
  }) as const;

describe("shortWitness", () => {
  it("leaves a short message whole", () => {
    expect(shortWitness(answer({ name: "Rex" }), 1000)).toBe(
      'HTTP/1.1 200\nContent-Type: application/json\n\n{\n  "name": "Rex"\n}',
    );
  });

  it.each([
    {
      name: "a line",
      given: answer({ name: "a".repeat(10_001) }),
      want: ["… (9613 more characters)\n}", "the whole has 10062 characters"],
    },
    {
      name: "the middle",
      given: answer(Array.from({ length: 500 }, (_, index) => index)),
      want: ["\n… 465 more lines\n", "  499\n]", "the whole has"],
    },
  ])("says how much of $name it leaves out, and where the whole is", ({ given, want }) => {
    const text = shortWitness(given, 4000);
    expect(want.filter((part) => !text.includes(part))).toEqual([]);
    expect(text).toContain("--format json");
  });

  it("is no longer than it may be, beside what it says of that", () => {
    const lines = Array.from({ length: 30 }, () => "a".repeat(300));
    expect(shortWitness(answer(lines), 1000).length).toBeLessThan(1150);
  });
});

describe("every report but JSON", () => {
  it("cuts a witness of 20,000 characters and says so", async () => {
    const review = await reviewTexts(
      petsDocument({ limit: "x-none: 0" }).replace(
        "type: integer",
        "type: string, maxLength: 20000",
      ),
      petsDocument({ limit: "x-none: 0" }).replace(
        "type: integer",
        "type: string, maxLength: 19999",
      ),
    );
    for (const format of formatNames) {
      const text = await renderReview(format, review, { color: false });
      const longest = Math.max(...[...text.matchAll(/a+/g)].map(([run]) => run.length));
      const wanted = { json: [true, false], github: [false, false] }[format as "json"] ?? [
        false,
        true,
      ];
      expect([format, longest >= 20_000, text.includes("--format json")]).toEqual([
        format,
        ...wanted,
      ]);
    }
  });
});
