import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { contract, operations } from "@flex-channels/contract";
import { createMock } from "@flex-channels/mock";
import { describe, expect, test } from "vitest";

// The reference page's facts, each looked for where a person meets it.

const contractFolder = join(import.meta.dirname, "..", "..", "..", "packages", "contract", "src");

interface Attribute {
  readonly name: string;
  readonly prefix?: string;
  readonly format?: string;
  readonly description: string;
  readonly example: string;
}

const sid = (prefix: string): string => prefix + "a".repeat(32);

const attributes: readonly Attribute[] = [
  {
    name: "account_sid",
    prefix: "AC",
    description: "The SID of the Account that created the Channel resource and owns this Workflow.",
    example: sid("AC"),
  },
  {
    name: "flex_flow_sid",
    prefix: "FO",
    description: "The SID of the Flex Flow.",
    example: sid("FO"),
  },
  {
    name: "sid",
    prefix: "CH",
    description: "The unique string that we created to identify the Channel resource.",
    example: sid("CH"),
  },
  { name: "user_sid", prefix: "US", description: "The SID of the chat user.", example: sid("US") },
  {
    name: "task_sid",
    prefix: "WT",
    description:
      "The SID of the TaskRouter Task. Only valid when integration type is task. null for integration types studio & external",
    example: sid("WT"),
  },
  {
    name: "url",
    format: "uri",
    description: "The absolute URL of the Flex chat channel resource.",
    example: `https://flex-api.twilio.com/v1/Channels/${sid("CH")}`,
  },
  {
    name: "date_created",
    format: "date-time",
    description:
      "The date and time in GMT when the Flex chat channel was created specified in ISO 8601 format.",
    example: "2016-08-01T22:10:40Z",
  },
  {
    name: "date_updated",
    format: "date-time",
    description:
      "The date and time in GMT when the Flex chat channel was last updated specified in ISO 8601 format.",
    example: "2016-08-01T22:10:40Z",
  },
];

const headers = [
  {
    name: "Access-Control-Allow-Origin",
    type: "string",
    description: "Specify the origin(s) allowed to access the resource",
  },
  {
    name: "Access-Control-Allow-Methods",
    type: "string",
    description: "Specify the HTTP methods allowed when accessing the resource",
  },
  {
    name: "Access-Control-Allow-Headers",
    type: "string",
    description: "Specify the headers allowed when accessing the resource",
  },
  {
    name: "Access-Control-Allow-Credentials",
    type: "boolean",
    description: "Indicates whether the browser should include credentials",
  },
  {
    name: "Access-Control-Expose-Headers",
    type: "string",
    description: "Headers exposed to the client",
  },
] as const;

const answer = await createMock()(
  new Request(`https://flex-api.twilio.com/v1/Channels/${sid("CH")}`, {
    headers: { authorization: `Basic ${btoa(`${sid("AC")}:token`)}` },
  }),
);
const body = (await answer.json()) as Readonly<Record<string, unknown>>;

/** Every property signature of the generated types: its type and its doc comment on one line. */
const members = await (async () => {
  const text = await readFile(join(contractFolder, "types.ts"), "utf8");
  const file = ts.createSourceFile("types.ts", text, ts.ScriptTarget.Latest, true);
  const found = new Map<string, { readonly type: string; readonly comment: string }>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertySignature(node) &&
      (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name))
    ) {
      const comment = ts
        .getJSDocCommentsAndTags(node)
        .map((part) => part.getText(file))
        .join(" ")
        .replaceAll(/\s*\n\s*\*\s*/g, " ");
      if (!found.has(node.name.text))
        found.set(node.name.text, { type: node.type?.getText(file) ?? "", comment });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
})();

describe("the path parameter", () => {
  test("stands in the operation table with both lengths and its pattern", () => {
    expect(operations.fetchChannel.parameters).toEqual([
      {
        name: "Sid",
        in: "path",
        required: true,
        style: "simple",
        explode: false,
        schema: { type: "string", minLength: 34, maxLength: 34, pattern: "^CH[0-9a-fA-F]{32}$" },
      },
    ]);
  });

  test("stands in the client's doc comment with its constraints", async () => {
    const text = await readFile(join(contractFolder, "client.ts"), "utf8");
    expect(text).toContain(
      "@param sid The SID of the Flex chat channel resource to fetch. Constraints: minLength 34, maxLength 34, pattern ^CH[0-9a-fA-F]{32}$.",
    );
  });
});

describe("the operation", () => {
  test("has the page's method, path, server, authentication and answer", () => {
    const { method, path, security, responses } = operations.fetchChannel;
    expect({ method, path, servers: contract.servers }).toEqual({
      method: "GET",
      path: "/v1/Channels/{Sid}",
      servers: ["https://flex-api.twilio.com"],
    });
    const [scheme = ""] = Object.keys(security[0] ?? {});
    expect(contract.securitySchemes[scheme]).toEqual({ type: "http", scheme: "basic" });
    expect(responses["200"]?.content).toEqual(["application/json"]);
  });
});

describe("each attribute of the channel", () => {
  test.each(attributes)(
    "$name has its type and doc comment",
    ({ name, prefix, format, description }) => {
      const { type, comment } = members.get(name) ?? { type: "", comment: "" };
      expect(type).toBe("string | null");
      expect(comment).toContain(description);
      const told =
        prefix === undefined
          ? `Format: ${format}`
          : `Constraints: minLength 34, maxLength 34, pattern ^${prefix}[0-9a-fA-F]{32}$.`;
      expect(comment).toContain(told);
    },
  );

  test.each(attributes)("$name is in the mock's answer as on the page", ({ name, example }) => {
    expect(body[name]).toBe(example);
  });
});

test("the mock's answer has no other attribute", () => {
  expect(answer.status).toBe(200);
  expect(Object.keys(body).toSorted()).toEqual(attributes.map(({ name }) => name).toSorted());
});

describe("each response header", () => {
  test.each(headers)("$name has its type and doc comment", ({ name, type, description }) => {
    expect(members.get(name)?.type).toBe(type);
    expect(members.get(name)?.comment).toContain(description);
  });

  test.each(headers)("$name is in the operation table and in the mock's answer", ({ name }) => {
    expect(operations.fetchChannel.responses["200"]?.headers).toContain(name);
    expect(answer.headers.get(name)).not.toBeNull();
  });
});
