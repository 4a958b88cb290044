import { expect, test } from "vitest";
import { parseOptions } from "../src/options.ts";

test.each([
  { name: "serve", given: ["serve"], want: { kind: "serve", port: 4800 } },
  { name: "serve on a port", given: ["serve", "--port", "0"], want: { kind: "serve", port: 0 } },
  {
    name: "serve behind --",
    given: ["serve", "--", "--port", "1"],
    want: { kind: "serve", port: 1 },
  },
  { name: "build", given: ["build"], want: { kind: "build", out: undefined } },
  { name: "build to a folder", given: ["build", "--out", "a"], want: { kind: "build", out: "a" } },
  { name: "help", given: ["serve", "--help"], want: { kind: "help" } },
])("$name is understood", ({ given, want }) => {
  expect(parseOptions(given)).toEqual(want);
});

test.each([
  { name: "no command", given: [], want: "Expected serve or build; received nothing" },
  { name: "another command", given: ["open"], want: "Expected serve or build; received open" },
  {
    name: "two commands",
    given: ["serve", "build"],
    want: "Expected one command; received serve build",
  },
  {
    name: "a port that is none",
    given: ["serve", "--port", "http"],
    want: '--port: expected a number from 0 to 65535; received "http"',
  },
  {
    name: "a port too high",
    given: ["serve", "--port", "65536"],
    want: '--port: expected a number from 0 to 65535; received "65536"',
  },
  { name: "a port for a build", given: ["build", "--port", "1"], want: "--port belongs to docs" },
  {
    name: "a folder for a server",
    given: ["serve", "--out", "a"],
    want: "--out belongs to docs:build",
  },
  {
    name: "no folder",
    given: ["build", "--out", ""],
    want: "--out: expected a folder; received nothing",
  },
  {
    name: "an unknown option",
    given: ["serve", "--open"],
    want: expect.stringContaining("--open"),
  },
])("$name is refused aloud", ({ given, want }) => {
  expect(parseOptions(given)).toEqual({ kind: "wrong", message: want });
});
