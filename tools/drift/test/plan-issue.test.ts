import type { Issue } from "@flex-channels/github/rest";
import { expect, test } from "vitest";
import type { IssuePlan, IssuePlanRequest } from "../src/plan-issue.ts";
import { isOurs, issueTitle, planIssue } from "../src/plan-issue.ts";

const author = "github-actions[bot]";
const [here, elsewhere] = ["a".repeat(32), "b".repeat(32)];
const said = (digest: string, state = "open"): string =>
  `<!-- upstream-drift v1 ${state} digest=${digest} -->\nWhat was said.`;

function issue(number: number, change: Partial<Issue> = {}): Issue {
  return {
    number,
    state: "open",
    title: issueTitle,
    body: said(here),
    author,
    labels: [],
    url: "",
    ...change,
  };
}

const parted = { doAgree: false, digest: here, text: "Text." } as const;
const body = `<!-- upstream-drift v1 open digest=${here} -->\nText.`;

const rows: readonly {
  readonly name: string;
  readonly given: IssuePlanRequest;
  readonly want: IssuePlan;
}[] = [
  {
    name: "the first difference opens an issue",
    given: { ...parted, newest: undefined },
    want: { kind: "open", title: issueTitle, body },
  },
  {
    name: "an issue that says the same is left alone",
    given: { ...parted, newest: issue(7) },
    want: { kind: "nothing", reason: "#7 says so already" },
  },
  {
    name: "an issue that says the same and was saved with CRLF is left alone",
    given: { ...parted, newest: issue(7, { body: said(here).replaceAll("\n", "\r\n") }) },
    want: { kind: "nothing", reason: "#7 says so already" },
  },
  {
    name: "an issue that says something else is edited",
    given: { ...parted, newest: issue(7, { body: said(elsewhere) }) },
    want: { kind: "edit", number: 7, body },
  },
  {
    name: "an issue that a person closed stays closed as long as the differences are the same",
    given: { ...parted, newest: issue(7, { state: "closed" }) },
    want: { kind: "nothing", reason: "#7 said the same and was closed" },
  },
  {
    name: "other differences than those of the closed issue open a new one",
    given: { ...parted, newest: issue(7, { state: "closed", body: said(elsewhere) }) },
    want: { kind: "open", title: issueTitle, body },
  },
  {
    name: "differences that come back after an agreement open a new issue",
    given: { ...parted, newest: issue(7, { state: "closed", body: said(here, "agreed") }) },
    want: { kind: "open", title: issueTitle, body },
  },
  {
    name: "an agreement without an issue does nothing",
    given: { ...parted, doAgree: true, newest: undefined },
    want: { kind: "nothing", reason: "they agree, and no issue says otherwise" },
  },
  {
    name: "an agreement leaves a closed issue alone",
    given: { ...parted, doAgree: true, newest: issue(7, { state: "closed" }) },
    want: { kind: "nothing", reason: "they agree, and no issue says otherwise" },
  },
  {
    name: "an agreement closes the issue with a line above what was said",
    given: { ...parted, doAgree: true, digest: elsewhere, newest: issue(7) },
    want: {
      kind: "close",
      number: 7,
      body: `<!-- upstream-drift v1 agreed digest=${elsewhere} -->\n**They agree again.** What follows is what was said before.\n\nWhat was said.`,
    },
  },
];

test.each(rows)("$name", ({ given, want }) => {
  expect(planIssue(given)).toEqual(want);
});

const strangers = [
  { name: "ours", given: issue(7), want: true },
  { name: "somebody else's with our marker", given: issue(7, { author: "mallory" }), want: false },
  { name: "one of a deleted account", given: issue(7, { author: undefined }), want: false },
  {
    name: "another of the same author",
    given: issue(7, { body: `Quoted:\n${said(here)}` }),
    want: false,
  },
] as const;

test.each(strangers)("an issue is ours by marker and author: $name", ({ given, want }) => {
  expect(isOurs(given, author)).toBe(want);
});
