import { describe, expect, it } from "vitest";
import {
  applicableMediaType,
  canonicalMediaType,
  specificity,
} from "../../src/message/media-type.ts";

describe("canonicalMediaType", () => {
  it.each([
    { name: "case", given: "Application/JSON", want: "application/json" },
    { name: "a charset", given: "application/json; charset=utf-8", want: "application/json" },
    { name: "space around parameters", given: "a/b ; Version = 1", want: "a/b;version=1" },
    { name: "the order of parameters", given: "a/b;y=1;x=2", want: "a/b;x=2;y=1" },
  ])("leaves $name aside", ({ given, want }) => {
    expect(canonicalMediaType(given)).toBe(want);
  });
});

describe("specificity", () => {
  it.each([
    { name: "itself best", given: ["application/json", "application/json"], want: 6 },
    { name: "itself with more parameters", given: ["a/b", "a/b;v=1"], want: 5 },
    { name: "nothing with other parameters", given: ["a/b;v=2", "a/b;v=1"], want: 0 },
    {
      name: "a suffix within its type",
      given: ["application/*+json", "application/x+json"],
      want: 4,
    },
    { name: "a suffix within any type", given: ["*/*+json", "application/x+json"], want: 3 },
    { name: "a type's range", given: ["image/*", "image/png"], want: 2 },
    { name: "everything least", given: ["*/*", "image/png"], want: 1 },
    { name: "no wider range", given: ["image/png", "image/*"], want: 0 },
    { name: "no other type", given: ["image/*", "text/png"], want: 0 },
    {
      name: "no other syntax of the same suffix",
      given: ["application/json", "a/x+json"],
      want: 0,
    },
  ])("says that a range describes $name", ({ given: [range = "", mediaType = ""], want }) => {
    expect(specificity(range, mediaType)).toBe(want);
  });
});

describe("applicableMediaType", () => {
  it("prefers the most specific entry", () => {
    const content = [{ mediaType: "*/*" }, { mediaType: "text/*" }, { mediaType: "text/csv" }];
    expect(applicableMediaType(content, "text/csv")).toBe(content[2]);
    expect(applicableMediaType(content, "text/html")).toBe(content[1]);
    expect(applicableMediaType(content, "image/png")).toBe(content[0]);
    expect(applicableMediaType([], "image/png")).toBeUndefined();
  });
});
