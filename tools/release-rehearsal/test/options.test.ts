import { expect, test } from "vitest";
import { checkGroups } from "../src/check-groups.ts";
import { help } from "../src/help.ts";
import { parseOptions } from "../src/options.ts";

const all = checkGroups.map((group) => group.name);

const rows = [
  { name: "without arguments everything is checked", given: [], want: all },
  { name: "--only chooses one group", given: ["--only", "bun"], want: ["bun"] },
  {
    name: "--only takes a list, and keeps the order of the table",
    given: ["--only", "deno,bun"],
    want: ["bun", "deno"],
  },
  {
    name: "--only may be repeated",
    given: ["--only", "types", "--only", "node"],
    want: ["node", "types"],
  },
  {
    name: "the dashes that pnpm passes on are ignored",
    given: ["--", "--only", "bun"],
    want: ["bun"],
  },
];

test.each(rows)("$name", ({ given, want }) => {
  const options = parseOptions(given);
  expect(options.kind === "run" && options.groups.map((group) => group.name)).toEqual(want);
});

const wrong = [
  {
    name: "an unknown group is refused, with the known ones",
    given: ["--only", "netscape"],
    want: "expected some of tarballs, ",
  },
  { name: "an unknown option is refused", given: ["--fast"], want: "--fast" },
  { name: "a positional argument is refused", given: ["node"], want: "node" },
];

test.each(wrong)("$name", ({ given, want }) => {
  expect(parseOptions(given)).toEqual({ kind: "wrong", message: expect.stringContaining(want) });
});

test("help is asked for with -h", () => {
  expect(parseOptions(["-h"])).toEqual({ kind: "help" });
});

test.each(all)("the help text names the group %s", (name) => {
  expect(help).toContain(`\n  ${name}`);
});
