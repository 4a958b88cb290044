import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { consumerFile } from "../src/driver.ts";
import { expectChannel } from "../src/expect-channel.ts";

const example = await readFile(consumerFile("expected-channel.json"), "utf8");

test("the reference example passes, whatever the order of its properties", async () => {
  const reversed = Object.fromEntries(Object.entries(JSON.parse(example)).toReversed());
  expect(await expectChannel(JSON.stringify(reversed))).toMatch(/^fetched CH/);
});

const rows = [
  { name: "output that is no JSON is refused", given: "Error: no", want: /expected the channel/ },
  { name: "an empty output is refused", given: "", want: /expected the channel/ },
  { name: "another value is refused", given: "null", want: /not the reference example/ },
  {
    name: "a missing property is refused",
    given: JSON.stringify({ ...JSON.parse(example), task_sid: undefined }),
    want: /not the reference example/,
  },
  {
    name: "one property more is refused",
    given: JSON.stringify({ ...JSON.parse(example), more: 1 }),
    want: /not the reference example/,
  },
];

test.each(rows)("$name", async ({ given, want }) => {
  await expect(expectChannel(given)).rejects.toThrow(want);
});
