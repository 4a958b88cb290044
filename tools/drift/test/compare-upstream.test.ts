import { join } from "node:path";
import { loadDocument } from "@flex-channels/document";
import { beforeAll, expect, test } from "vitest";
import type { Accepted } from "../src/accepted.ts";
import { compareUpstream } from "../src/compare-upstream.ts";
import type { Drift } from "../src/drift.ts";
import { digestOf, doAgree } from "../src/drift.ts";
import { loadAccepted, loadOpenApi } from "../src/load.ts";
import type { Edit } from "./edited-upstream.ts";
import { channel, editedUpstream, operation } from "./edited-upstream.ts";

const root = join(import.meta.dirname, "..", "..", "..");
let accepted: readonly Accepted[] = [];
beforeAll(async () => {
  const path = join(import.meta.dirname, "..", "accepted-differences.yaml");
  accepted = await loadAccepted(path, "accepted-differences.yaml");
});

async function compare(edits: readonly Edit[], entries = accepted): Promise<Drift> {
  const bytes = editedUpstream(...edits);
  const theirs = loadDocument({ file: "upstream.json", bytes });
  if (theirs.kind === "refused") throw new Error(JSON.stringify(theirs.diagnostics));
  return compareUpstream({
    ours: await loadOpenApi(join(root, "spec", "openapi.yaml"), "spec/openapi.yaml"),
    theirs: theirs.document,
    accepted: entries,
    today: "2026-11-22",
  });
}

test("the two documents agree, and every accepted difference is still one", async () => {
  const drift = await compare([]);
  expect(doAgree(drift)).toBe(true);
  expect(drift.accepted).toHaveLength(9);
  expect(drift.unused).toEqual([]);
});

test("without the accepted differences, what breaks is told with where it stands on both sides", async () => {
  const { breaks } = await compare([], []);
  expect(breaks.map(({ ruleId }) => ruleId)).toEqual([
    ...Array.from({ length: 8 }, () => "response-body-required"),
    "request-security-alternative",
  ]);
  expect(breaks[0]).toMatchObject({
    base: { file: "spec/openapi.yaml" },
    head: { file: "upstream.json" },
  });
});

const rows: readonly {
  readonly name: string;
  readonly given: readonly Edit[];
  readonly want: { readonly breaks?: readonly string[]; readonly news?: readonly string[] };
}[] = [
  {
    name: "a property that may hold what it never held breaks",
    given: [[`${channel}/properties/sid/pattern`, "^C[HX][0-9a-fA-F]{32}$"]],
    want: { breaks: ["response-body-pattern /200/body/application~1json/sid"] },
  },
  {
    name: "a property of another type breaks",
    given: [[`${channel}/properties/user_sid`, { type: "integer" }]],
    want: { breaks: ["response-body-type /200/body/application~1json/user_sid"] },
  },
  {
    name: "a parameter that has become required breaks",
    given: [
      [
        `${operation}/parameters`,
        [
          { name: "Sid", in: "path", required: true, schema: { type: "string" } },
          { name: "Region", in: "query", required: true, schema: { type: "string" } },
        ],
      ],
    ],
    want: { breaks: ["request-query-required /query/Region"] },
  },
  {
    name: "a parameter that takes less breaks",
    given: [
      [
        `${operation}/parameters`,
        [
          {
            name: "Sid",
            in: "path",
            required: true,
            schema: { type: "string", pattern: "^CH[0-9a-f]{32}$" },
          },
        ],
      ],
    ],
    want: { breaks: ["request-path-pattern /path/Sid"] },
  },
  {
    name: "an operation that is gone breaks",
    given: [[operation, undefined]],
    want: { breaks: ["request-operation-removed "] },
  },
  {
    name: "an address that is gone breaks",
    given: [["/paths/~1v1~1Channels~1{Sid}/servers", [{ url: "https://flex.twilio.com" }]]],
    want: {
      breaks: ["request-server-removed /server/https:~1~1flex-api.twilio.com"],
      news: ["request-server-added /server/https:~1~1flex.twilio.com"],
    },
  },
  {
    name: "a status with a body that ours has no place for breaks",
    given: [[`${operation}/responses/202`, { description: "Later" }]],
    want: { breaks: ["response-status-added /202"] },
  },
  {
    name: "a new property is news",
    given: [[`${channel}/properties/status`, { type: "string", nullable: true }]],
    want: { news: ["response-body-property-added /200/body/application~1json/status"] },
  },
  {
    name: "a deprecation is news",
    given: [[`${operation}/deprecated`, true]],
    want: { news: ["request-operation-deprecated "] },
  },
  {
    name: "an optional parameter is news",
    given: [
      [
        `${operation}/parameters`,
        [
          {
            name: "Sid",
            in: "path",
            required: true,
            schema: {
              type: "string",
              minLength: 34,
              maxLength: 34,
              pattern: "^CH[0-9a-fA-F]{32}$",
            },
          },
          { name: "Expand", in: "query", schema: { type: "string" } },
        ],
      ],
    ],
    want: { news: ["request-query-added /query/Expand"] },
  },
  {
    name: "words, names, examples and further operations are nothing",
    given: [
      [`${operation}/operationId`, "ReadChannel"],
      [`${operation}/description`, "Something else."],
      [`${channel}/description`, "Something else."],
      ["/info/title", "Another title"],
      [
        "/paths/~1v1~1Nothing",
        { get: { operationId: "FetchNothing", responses: { 200: { description: "OK" } } } },
      ],
    ],
    want: {},
  },
  {
    name: "another name of the path's parameter, and of the security scheme, is nothing",
    given: [
      ["/components/securitySchemes", { basic: { type: "http", scheme: "basic" } }],
      ["/security", [{ basic: [] }]],
      [`${operation}/security`, [{ basic: [] }]],
      ["/paths/~1v1~1Channels/get/security", [{ basic: [] }]],
      ["/paths/~1v1~1Channels~1{Sid}/delete", undefined],
    ],
    want: {},
  },
  {
    name: "silence about headers is nothing",
    given: [[`${operation}/responses/200/headers`, undefined]],
    want: {},
  },
];

test.each(rows)("$name", async ({ given, want }) => {
  const { breaks, news } = await compare(given);
  const told = (findings: Drift["breaks"]): readonly string[] =>
    findings.map(({ ruleId, instanceLocation }) => `${ruleId} ${instanceLocation}`);
  expect({ breaks: told(breaks), news: told(news) }).toEqual({ breaks: [], news: [], ...want });
});

test("an accepted difference is drift again where Twilio says anything else", async () => {
  const drift = await compare([[`${channel}/required`, ["sid"]]]);
  expect(drift.breaks).toHaveLength(7);
  expect(drift.breaks.every(({ ruleId }) => ruleId === "response-body-required")).toBe(true);
});

test("an entry that no difference needs any more is named", async () => {
  const drift = await compare([
    ["/components/securitySchemes/bearer", { type: "http", scheme: "bearer" }],
    [`${operation}/security`, [{ accountSid_authToken: [] }, { bearer: [] }]],
  ]);
  expect(doAgree(drift)).toBe(true);
  expect(drift.unused.map(({ rule }) => rule)).toEqual(["request-security-alternative"]);
});

test("the digest knows differences by what is said, not by where it stands", async () => {
  const edit: Edit = [`${channel}/properties/status`, { type: "string" }];
  const one = await compare([edit]);
  const moved = await compare([
    ["/components/securitySchemes/other", { type: "http", scheme: "basic" }],
    edit,
  ]);
  const other = await compare([[`${channel}/properties/state`, { type: "string" }]]);
  const [was, now] = [one.news[0]?.head, moved.news[0]?.head];
  expect(now?.line).not.toBe(was?.line);
  expect(digestOf(moved)).toBe(digestOf(one));
  expect(digestOf(other)).not.toBe(digestOf(one));
});
