import { afterEach, beforeEach, expect, test } from "vitest";
import type { Github } from "../../src/index.ts";
import { GithubViolationError, startGithub } from "../../src/index.ts";

let github: Github;
beforeEach(async () => {
  const permissions = { "pull-requests": "write", statuses: "write", issues: "write" } as const;
  github = await startGithub({ repository: "o/r", tokens: { all: { permissions } } });
  github.state.commit({ branch: "main", sha: "a".repeat(40) });
  github.state.openIssue({ title: "An issue" });
});
afterEach(async () => github[Symbol.asyncDispose]());

interface Given {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

async function send({ method = "GET", path, headers = {}, body }: Given): Promise<number> {
  const sent = Object.entries({
    accept: "application/vnd.github+json",
    authorization: "Bearer all",
    "content-type": body === undefined ? undefined : "application/json",
    "user-agent": "a test",
    "x-github-api-version": "2022-11-28",
    ...headers,
  }).filter((header): header is [string, string] => header[1] !== undefined);
  const init = body === undefined ? {} : { body };
  const response = await fetch(`${github.url}${path}`, { method, headers: sent, ...init });
  await response.arrayBuffer();
  return response.status;
}

const comments = "/repos/o/r/issues/1/comments";
const status = `/repos/o/r/statuses/${"a".repeat(40)}`;

const rows: readonly {
  readonly name: string;
  readonly given: Given;
  readonly status: number;
  readonly want: readonly (readonly [where: string, expected: string, received: string])[];
}[] = [
  {
    name: "a request as GitHub describes it is no violation",
    given: { path: `${comments}?per_page=100&page=1` },
    status: 200,
    want: [],
  },
  {
    name: "a path that nobody describes is not found",
    given: { path: "/repos/o/r/isues" },
    status: 404,
    want: [["path", "an operation of the description that is played here", "GET /repos/o/r/isues"]],
  },
  {
    name: "a method that a path does not have is not found",
    given: { path: "/repos/o/r/labels", method: "PUT" },
    status: 404,
    want: [
      ["path", "an operation of the description that is played here", "PUT /repos/o/r/labels"],
    ],
  },
  {
    name: "a parameter of the path that is no number is refused",
    given: { path: "/repos/o/r/issues/one" },
    status: 422,
    want: [["path issue_number", "integer", '"one"']],
  },
  {
    name: "a misspelt parameter of the query passes at GitHub and is a violation",
    given: { path: `${comments}?perpage=100` },
    status: 200,
    want: [["query perpage", "one of the declared parameters (since, per_page, page)", '"100"']],
  },
  {
    name: "a parameter of the query outside its values is refused",
    given: { path: "/repos/o/r/issues?state=merged" },
    status: 422,
    want: [["query state", 'one of ["open","closed","all"]', '"merged"']],
  },
  {
    name: "a parameter that is given twice is a violation",
    given: { path: `${comments}?page=1&page=2` },
    status: 200,
    want: [["query page", "one value", '["1","2"]']],
  },
  {
    name: "a misspelt property passes at GitHub and is a violation",
    given: {
      method: "POST",
      path: status,
      body: '{"state":"success","contxt":"contract"}',
    },
    status: 201,
    want: [
      [
        "body /contxt",
        "one of the declared properties (state, target_url, description, context)",
        '"contract"',
      ],
    ],
  },
  {
    name: "a missing property is refused",
    given: { method: "POST", path: status, body: "{}" },
    status: 422,
    want: [["body /state", "a value, as the property is required", "nothing"]],
  },
  {
    name: "a property outside its values is refused",
    given: { method: "POST", path: status, body: '{"state":"green"}' },
    status: 422,
    want: [["body /state", 'one of ["error","failure","pending","success"]', '"green"']],
  },
  {
    name: "a property of another type is refused",
    given: { method: "POST", path: comments, body: '{"body":1}' },
    status: 422,
    want: [["body /body", "string", "1"]],
  },
  {
    name: "a body that is no JSON is refused",
    given: { method: "POST", path: comments, body: "{" },
    status: 400,
    want: [["body", "a JSON object", '"{"']],
  },
  {
    name: "a missing body is refused",
    given: { method: "POST", path: comments },
    status: 422,
    want: [["body", "a JSON body, as the body is required", "nothing"]],
  },
  {
    name: "a body where none is described is a violation",
    given: { method: "DELETE", path: "/repos/o/r/issues/comments/1", body: "{}" },
    status: 404,
    want: [["body", "no body", '"{}"']],
  },
  {
    name: "another type of body is a violation",
    given: {
      method: "POST",
      path: comments,
      body: '{"body":"text"}',
      headers: { "content-type": "text/plain" },
    },
    status: 201,
    want: [["header content-type", "application/json", "text/plain"]],
  },
  {
    name: "a missing Accept is a violation",
    given: { path: comments, headers: { accept: undefined } },
    status: 200,
    want: [["header accept", "application/vnd.github+json", "*/*"]],
  },
  {
    name: "an Accept that GitHub does not serve is refused",
    given: { path: comments, headers: { accept: "text/html" } },
    status: 415,
    want: [["header accept", "application/vnd.github+json", "text/html"]],
  },
  {
    name: "a missing version is a violation",
    given: { path: comments, headers: { "x-github-api-version": undefined } },
    status: 200,
    want: [["header x-github-api-version", "2022-11-28", "nothing"]],
  },
  {
    name: "a version that GitHub does not serve is refused",
    given: { path: comments, headers: { "x-github-api-version": "2020-01-01" } },
    status: 400,
    want: [["header x-github-api-version", "2022-11-28", "2020-01-01"]],
  },
  {
    name: "a blank User-Agent is refused",
    given: { path: comments, headers: { "user-agent": " " } },
    status: 403,
    want: [["header user-agent", "the name of the program", "nothing"]],
  },
];

test.each(rows)("$name", async ({ given, status: wantedStatus, want }) => {
  expect(await send(given)).toBe(wantedStatus);
  const told = github.violations.map(({ where, expected, received }) => [
    where,
    expected,
    received,
  ]);
  expect(told).toEqual(want);
});

test("what is wrong is thrown when the server is asked, and when it closes", async () => {
  await send({ path: `${comments}?perpage=100` });
  expect(() => github.assertClean()).toThrow(GithubViolationError);
  await expect(github.close()).rejects.toThrow(
    'issues/list-comments: request query perpage\n    expected one of the declared parameters (since, per_page, page)\n    received "100"',
  );
});

test("requests are recorded with their answer and without the token", async () => {
  await send({ method: "POST", path: comments, body: '{"body":"text"}' });
  expect(github.requests).toMatchObject([
    {
      method: "POST",
      path: comments,
      operation: "issues/create-comment",
      login: "github-actions[bot]",
      body: '{"body":"text"}',
      status: 201,
    },
  ]);
  expect(github.requests[0]?.headers["authorization"]).toBeUndefined();
});
