import { expect, test } from "vitest";
import { linkedVersionSentence } from "../../src/changelog/linked-version.ts";

const linked = [
  ["contract", "client"],
  ["document", "codegen"],
];
const release = (name: string, declared: "major" | "patch", type: "major" | "patch" = "major") => ({
  name,
  declared,
  type,
  newVersion: "1.0.0",
});

const rows = [
  {
    name: "a package that is pulled along names the one that pulls",
    given: [release("client", "patch"), release("contract", "major")],
    want: /^The version follows `contract`, whose change is major/,
  },
  {
    name: "a package that changed as much says nothing",
    given: [release("contract", "major"), release("client", "patch")],
    want: /^none$/,
  },
  {
    name: "another group pulls nobody",
    given: [release("client", "patch", "patch"), release("document", "major")],
    want: /^none$/,
  },
] as const;

test.each(rows)("$name", ({ given, want }) => {
  const sentence = linkedVersionSentence(given[0], given, linked);
  expect(sentence ?? "none").toMatch(want);
});
