import { describe, expect, it } from "vitest";
import { serialisationOf, signature } from "../../src/message/serialisation.ts";

describe("serialisationOf", () => {
  it.each([
    { name: "path", given: ["path", {}], want: { style: "simple", explode: false } },
    { name: "query", given: ["query", {}], want: { style: "form", explode: true } },
    { name: "header", given: ["header", {}], want: { style: "simple", explode: false } },
    { name: "cookie", given: ["cookie", {}], want: { style: "form", explode: true } },
    {
      name: "another style of query",
      given: ["query", { style: "pipeDelimited" }],
      want: { style: "pipeDelimited", explode: false },
    },
    {
      name: "content",
      given: ["query", { content: { "application/json": {} } }],
      want: { style: "content application/json", explode: false },
    },
  ] as const)("writes the defaults of $name out", ({ given: [place, parameter], want }) => {
    expect(serialisationOf(place, parameter)).toEqual(want);
  });
});

describe("signature", () => {
  const one = { style: "form", explode: true };
  it.each([
    {
      name: "form, exploded or not",
      given: [one, { style: "form", explode: false }, "primitive"],
      want: true,
    },
    {
      name: "form and pipes",
      given: [one, { style: "pipeDelimited", explode: false }, "primitive"],
      want: true,
    },
    {
      name: "form, exploded or not",
      given: [one, { style: "form", explode: false }, "array"],
      want: false,
    },
    {
      name: "form and exploded spaces",
      given: [one, { style: "spaceDelimited", explode: true }, "array"],
      want: true,
    },
    {
      name: "simple, exploded or not",
      given: [{ style: "simple", explode: true }, { style: "simple", explode: false }, "array"],
      want: true,
    },
    {
      name: "simple, exploded or not",
      given: [{ style: "simple", explode: true }, { style: "simple", explode: false }, "object"],
      want: false,
    },
    {
      name: "label and simple",
      given: [{ style: "label", explode: false }, { style: "simple", explode: false }, "primitive"],
      want: false,
    },
  ] as const)("finds $name alike: $want ($given)", ({ given: [left, right, shape], want }) => {
    expect(signature(left, shape) === signature(right, shape)).toBe(want);
  });
});
