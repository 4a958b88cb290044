import { expect, test } from "vitest";
import { quietLog } from "../src/quiet-log.ts";

function spoken(env: Readonly<Record<string, string>>): readonly string[] {
  const said: string[] = [];
  const { log, end } = quietLog(
    { out: (text) => said.push(`out ${text}`), err: (text) => said.push(`err ${text}`) },
    env,
  );
  log.out("one");
  log.err("two");
  end();
  return said;
}

test("in a workflow everything stands between two words that nobody can guess", () => {
  const [stop = "", ...rest] = spoken({ GITHUB_ACTIONS: "true" });
  const [, word = ""] = /^out ::stop-commands::([\da-f-]{36})\n$/.exec(stop) ?? [];
  expect(rest).toEqual(["out one", "out two", `out ::${word}::\n`]);
  expect(spoken({ GITHUB_ACTIONS: "true" })[0]).not.toBe(stop);
});

test("elsewhere the log is as it is", () => {
  expect(spoken({})).toEqual(["out one", "err two"]);
});
