import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exitStatuses, run } from "../src/index.ts";
import { capture } from "./capture.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The blocks that show a command and what it prints. */
const blocks = [...readme.matchAll(/^```text\n\$ flex-channels (.*)\n([^]*?)^```$/gm)].map(
  ([, words = "", want = ""]) => ({ words, want }),
);

test("the README shows the help of the program and of a command", () => {
  expect(blocks.map(({ words }) => words)).toEqual(["--help", "fetch-channel --help"]);
});

test.each(blocks)("`flex-channels $words` prints what the README says", async ({ words, want }) => {
  const { host, texts } = capture();
  await run(words.split(" "), host);
  expect((await texts()).stdout).toBe(want);
});

test("the README's table of exit statuses is the program's", () => {
  const rows = [...readme.matchAll(/^\| (\d+) +\| (.*?) +\|$/gm)].map(([, status, meaning]) => ({
    status: Number(status),
    meaning,
  }));
  expect(rows).toEqual(exitStatuses);
});
