import { describe, expect, it } from "vitest";
import { isReachable, lowerServers } from "../../src/message/server.ts";
import type { Server } from "../../src/message/operation.ts";
import type { JsonObject } from "../../src/json/json-value.ts";

const servers = (...values: readonly JsonObject[]): readonly Server[] =>
  lowerServers(values.map((value, index) => ({ value, pointer: `/servers/${String(index)}` })));

const region = (name: string, values?: readonly string[]): JsonObject => ({
  url: `https://{${name}}.example.com/`,
  variables: { [name]: { default: "eu", ...(values === undefined ? {} : { enum: values }) } },
});

describe("isReachable", () => {
  it.each([
    {
      name: "the same address",
      given: ["https://a.example", [{ url: "https://a.example/" }]],
      want: true,
    },
    {
      name: "another address",
      given: ["https://a.example", [{ url: "https://b.example" }]],
      want: false,
    },
    {
      name: "a value of a variable",
      given: ["https://us.example.com", [region("r", ["eu", "us"])]],
      want: true,
    },
    {
      name: "no value of a variable",
      given: ["https://au.example.com", [region("r", ["eu", "us"])]],
      want: false,
    },
    {
      name: "any value of a free variable",
      given: ["https://au.example.com", [region("r")]],
      want: true,
    },
    {
      name: "a free variable by another name",
      given: ["https://{0}.example.com", [region("q")]],
      want: true,
    },
    {
      name: "more than a variable holds",
      given: ["https://a/b.example.com", [region("r")]],
      want: false,
    },
    {
      name: "a dot that is no pattern",
      given: ["https://euxexample.com", [region("r")]],
      want: false,
    },
  ] as const)("finds $name: $want", ({ given: [address, values], want }) => {
    expect(isReachable(address, servers(...values))).toBe(want);
  });
});

describe("lowerServers", () => {
  it("has no server where the document names none", () => {
    expect(lowerServers([{ value: { url: "/" }, pointer: "/servers" }])).toEqual([]);
  });
});
