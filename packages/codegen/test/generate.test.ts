import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadDocument } from "@flex-channels/document";
import { beforeAll, describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { generateText } from "./generate-text.ts";

const fixture = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, "fixtures", name), "utf8");
const channel = await readFile(join(import.meta.dirname, "../../../spec/openapi.yaml"), "utf8");

const documents = [
  { name: "the channel document", text: channel },
  { name: "a wide 3.1 document", text: await fixture("wide.yaml") },
  { name: "a 3.0 document", text: await fixture("dialect-3-0.yaml") },
  {
    name: "a document without operations",
    text: "openapi: 3.1.0\ninfo: { title: Empty, version: 1.0.0 }\npaths: {}\n",
  },
  {
    name: "an operation without responses",
    text: "openapi: 3.1.0\ninfo: { title: Silent, version: 1.0.0 }\npaths: { /a: { get: {} } }\n",
  },
  {
    name: "a path item that two paths share, of operations without operationId",
    text: `openapi: 3.0.3
info: { title: Shared, version: 1.0.0 }
paths:
  /a: { $ref: "#/paths/~1b" }
  /b: { get: { responses: { "200": { description: OK } } } }
`,
  },
] as const;

describe("the output compiles under the strictest flags", () => {
  test.each(documents)("$name", async ({ text }) => {
    expect(compile(await generateText(text))).toEqual([]);
  });
});

describe("a wide document", () => {
  let client = "";
  let operations = "";
  let files: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    files = await generateText(await fixture("wide.yaml"), { format: true });
    client = (files.get("client.ts") ?? "").replaceAll(/\s+/g, " ");
    operations = files.get("operations.ts") ?? "";
  });

  const rows = [
    {
      name: "path parameters come first, in the order of the template, then required options",
      want: "teamsGetMember( teamId: operations[",
    },
    {
      name: "a query parameter that is required makes the options required",
      want: "options: Options & TeamsGetMemberInput",
    },
    { name: "several successes are one union", want: "Promise< Member | operations[" },
    { name: "a status without content has no data", want: "): Promise<undefined>;" },
    { name: "a reserved name gets Operation behind it", want: "safeOperation( id: " },
    { name: "a word that cannot be a binding is a method all the same", want: "delete(" },
    {
      name: "an operation without operationId is named after method and path",
      want: "postTeams(options?: Options & PostTeamsInput): Promise<string>;",
    },
    { name: "bytes are bytes", want: "Promise<Uint8Array>" },
    { name: "a deprecated operation says so", want: "@deprecated" },
  ];
  test.each(rows)("$name", ({ want }) => {
    expect(client).toContain(want);
  });

  test("a schema whose name is taken is exported under another", () => {
    expect(files.get("schemas.ts")).toContain(
      'export type ClientSchema = components["schemas"]["Client"];',
    );
    expect(files.get("schemas.ts")).toContain("export type MemberName_2 = ");
  });

  test("an operation keeps its operationId beside the method's name", () => {
    expect(operations).toContain('teamsGetMember: {\n    operationId: "teams/get-member"');
  });

  test("security: [] means none", () => {
    expect(operations).toMatch(/safeOperation: \{[\s\S]*security: \[\]/);
  });

  test("a range and default are in the examples with a code of their own", () => {
    const examples = files.get("examples.ts") ?? "";
    expect(examples).toContain('"4XX": {\n      status: 400,');
    expect(examples).toContain("default: {\n      status: 500,");
    expect(examples).toContain("synthetic: true");
  });
});

describe("the same bytes", () => {
  /** Members in reverse, at every level. */
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([name, member]) => [name, reversed(member)]),
    );
  };

  test("come from the document with CRLF", async () => {
    expect(await generateText(channel.replaceAll("\n", "\r\n"))).toEqual(
      await generateText(channel),
    );
  });

  test("come from the document with its keys in another order", async () => {
    const loaded = loadDocument({ file: "openapi.yaml", bytes: channel });
    if (loaded.kind === "refused") throw new Error("the channel document was refused");
    const json = JSON.stringify(reversed(loaded.document.value));
    expect(await generateText(json)).toEqual(await generateText(channel));
  });

  test("come in another time zone and locale", async () => {
    const before = { TZ: process.env["TZ"], LC_ALL: process.env["LC_ALL"] };
    const want = await generateText(channel);
    Object.assign(process.env, { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" });
    try {
      expect(await generateText(channel)).toEqual(want);
    } finally {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  });

  test("carry no date and no path", async () => {
    for (const [, text] of await generateText(channel)) {
      expect(text).not.toMatch(/\b202[0-9]-\d\d-\d\dT/);
      expect(text).not.toContain(import.meta.dirname);
    }
  });
});

test("two operations with one method name are refused with their place", async () => {
  const text = `openapi: 3.1.0
info: { title: A, version: 1.0.0 }
paths:
  /a: { get: { operationId: list-a, responses: { "200": { description: OK } } } }
  /b: { get: { operationId: listA, responses: { "200": { description: OK } } } }
`;
  await expect(generateText(text)).rejects.toThrow(
    /openapi\.yaml:[45]:\d+.*have one method name, listA/,
  );
});
