import type { Issue } from "@flex-channels/github/rest";
import { expect, test } from "vitest";
import type { IssuePlan, IssuePlanRequest } from "../src/plan-issue.ts";
import { issueTitle, planIssue } from "../src/plan-issue.ts";

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

const parted = { author, doAgree: false, digest: here, text: "Text." } as const;
const body = `<!-- upstream-drift v1 open digest=${here} -->\nText.`;

const rows: readonly {
  readonly name: string;
  readonly given: IssuePlanRequest;
  readonly want: IssuePlan;
}[] = [
  {
    name: "the first difference opens an issue",
    given: { ...parted, issues: [] },
    want: { kind: "open", title: issueTitle, body },
  },
  {
    name: "an issue that says the same is left alone",
    given: { ...parted, issues: [issue(7)] },
    want: { kind: "nothing", reason: "#7 says so already" },
  },
  {
    name: "an issue that says the same and was saved with CRLF is left alone",
    given: { ...parted, issues: [issue(7, { body: said(here).replaceAll("\n", "\r\n") })] },
    want: { kind: "nothing", reason: "#7 says so already" },
  },
  {
    name: "an issue that says something else is edited",
    given: { ...parted, issues: [issue(7, { body: said(elsewhere) })] },
    want: { kind: "edit", number: 7, body },
  },
  {
    name: "of several issues the newest counts",
    given: {
      ...parted,
      issues: [issue(3, { body: said(elsewhere) }), issue(9, { body: said(elsewhere) }), issue(5)],
    },
    want: { kind: "edit", number: 9, body },
  },
  {
    name: "the marker in somebody else's issue means nothing",
    given: { ...parted, issues: [issue(7, { author: "mallory" })] },
    want: { kind: "open", title: issueTitle, body },
  },
  {
    name: "an issue of a deleted account means nothing",
    given: { ...parted, issues: [issue(7, { author: undefined })] },
    want: { kind: "open", title: issueTitle, body },
  },
  {
    name: "another issue of the same author means nothing",
    given: { ...parted, issues: [issue(7, { body: `Quoted:\n${said(here)}` })] },
    want: { kind: "open", title: issueTitle, body },
  },
  {
    name: "an issue that a person closed stays closed as long as the differences are the same",
    given: { ...parted, issues: [issue(7, { state: "closed" })] },
    want: { kind: "nothing", reason: "#7 said the same and was closed" },
  },
  {
    name: "other differences than those of the closed issue open a new one",
    given: { ...parted, issues: [issue(7, { state: "closed", body: said(elsewhere) })] },
    want: { kind: "open", title: issueTitle, body },
  },
  {
    name: "differences that come back after an agreement open a new issue",
    given: { ...parted, issues: [issue(7, { state: "closed", body: said(here, "agreed") })] },
    want: { kind: "open", title: issueTitle, body },
  },
  {
    name: "an agreement without an issue does nothing",
    given: { ...parted, doAgree: true, issues: [] },
    want: { kind: "nothing", reason: "they agree, and no issue says otherwise" },
  },
  {
    name: "an agreement leaves a closed issue alone",
    given: { ...parted, doAgree: true, issues: [issue(7, { state: "closed" })] },
    want: { kind: "nothing", reason: "they agree, and no issue says otherwise" },
  },
  {
    name: "an agreement closes the issue with a line above what was said",
    given: { ...parted, doAgree: true, digest: elsewhere, issues: [issue(7)] },
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
