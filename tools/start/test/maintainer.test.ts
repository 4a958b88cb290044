import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyRepository } from "./repository-copy.ts";
import type { RepositoryCopy } from "./repository-copy.ts";

const listOperation = `
  /v1/Channels:
    get:
      operationId: listChannel
      summary: List channels
      parameters:
        - name: PageSize
          in: query
          description: How many channels a page holds.
          schema:
            type: integer
            minimum: 1
            maximum: 1000
      responses:
        "200":
          description: OK
          content:
            application/json:
              schema:
                type: object
                required: [flex_chat_channels]
                properties:
                  flex_chat_channels:
                    type: array
                    items:
                      $ref: "#/components/schemas/Channel"
              example:
                flex_chat_channels: []
        "404":
          $ref: "#/components/responses/NotFound"
`;

const consumer = `
import { createFlexClient } from "@flex-channels/client";
import { createMock } from "@flex-channels/mock";

const flex = createFlexClient({
  accountSid: "AC" + "0".repeat(32),
  authToken: "token",
  fetch: createMock(),
});
const page = await flex.listChannel({ query: { PageSize: 20 } });
const channels: readonly { readonly sid: string | null }[] = page.flex_chat_channels;
const refused = await flex.safe.listChannel({ query: { PageSize: 0 } });
const safe = await flex.safe.listChannel();
console.log(JSON.stringify({ channels, refused: refused.kind, safe: safe.kind }));
`;

/** Inserts text below the line `paths:`. */
const withPath = (document: string, path: string): string => {
  expect(document).toContain("\npaths:\n");
  return document.replace("\npaths:\n", `\npaths:${path}`);
};

describe("the maintainer adds an operation to the document and regenerates", () => {
  let copy: RepositoryCopy;
  beforeAll(async () => {
    copy = await copyRepository();
    await copy.write(
      "spec/openapi.yaml",
      withPath(await copy.read("spec/openapi.yaml"), listOperation),
    );
  });
  afterAll(() => copy.remove());

  test("before it is regenerated the contract is stale, and the check says so", async () => {
    const { status, stderr } = await copy.generate("--check");
    expect(status).toBe(1);
    expect(stderr).toContain("+  listChannel(");
    expect(stderr).toContain("To mend it: pnpm generate");
  });

  test("the client has a method that works against the mock, with no hand edit", async () => {
    expect(await copy.generate()).toMatchObject({ status: 0, stderr: "" });
    await copy.write("packages/client/consumer.ts", consumer);
    expect(await copy.node("packages/client", "packages/client/consumer.ts")).toEqual({
      status: 0,
      stdout: '{"channels":[],"refused":"argument","safe":"success"}\n',
      stderr: "",
    });
  });

  test("contract and client compile with the new method in their types", async () => {
    const tsconfig = await copy.read("packages/client/tsconfig.json");
    const include = '"include": ["consumer.ts", "src"]';
    await copy.write(
      "packages/client/tsconfig.json",
      tsconfig.replace(/"include": \[[^\]]*\]/, include),
    );
    expect(await copy.typecheck("packages/contract")).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
    expect(await copy.typecheck("packages/client")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("a second run changes nothing", async () => {
    expect(await copy.generate("--check")).toMatchObject({ status: 0, stderr: "" });
  });
});

const property = `        channel_type:
          description: What the channel carries.
          type: string
          enum: [chat, sms]
`;
const propertyExample = "                    channel_type: chat\n";

/** Fetches the example through the mock, and asks the validator about an answer of another type. */
const reader = (method: string): string => `
import { createFlexClient } from "@flex-channels/client";
import { contract } from "@flex-channels/contract";
import { responseValidators } from "@flex-channels/contract/validators";
import { createMock } from "@flex-channels/mock";

const flex = createFlexClient({
  accountSid: "AC" + "0".repeat(32),
  authToken: "token",
  fetch: createMock(),
});
const channel = await flex.${method}("CH" + "a".repeat(32));
const type: "chat" | "sms" | "voice" = channel.channel_type;
const issues = responseValidators.${method}[200]({ ...channel, channel_type: "voice" });
const { deprecated } = contract.operations["${method}"] ?? {};
console.log(JSON.stringify({ type, voice: issues.map(({ path }) => path), deprecated }));
`;

describe("the maintainer changes what is there and regenerates", () => {
  let copy: RepositoryCopy;
  let document = "";
  const edit = async (from: string, to: string): Promise<void> => {
    expect(document).toContain(from);
    document = document.replace(from, to);
    await copy.write("spec/openapi.yaml", document);
  };
  const read = async (method: string): Promise<unknown> => {
    await copy.write("packages/client/consumer.ts", reader(method));
    const { stdout, stderr } = await copy.node("packages/client", "packages/client/consumer.ts");
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  };
  const types = (): Promise<string> => copy.read("packages/contract/src/types.ts");

  beforeAll(async () => {
    copy = await copyRepository();
    document = await copy.read("spec/openapi.yaml");
    const tsconfig = await copy.read("packages/client/tsconfig.json");
    const include = '"include": ["consumer.ts", "src"]';
    await copy.write(
      "packages/client/tsconfig.json",
      tsconfig.replace(/"include": \[[^\]]*\]/, include),
    );
  });
  afterAll(() => copy.remove());

  test("a property without an example is told, with its place; with one it is generated", async () => {
    await edit("        url:\n", `${property}        url:\n`);
    await edit("        - url\n", "        - url\n        - channel_type\n");
    const refused = await copy.generate();
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/openapi\.yaml:\d+:\d+ error .*\n[^]*channel_type/);
    await edit("                    sid: CHa", `${propertyExample}                    sid: CHa`);
    expect(await copy.generate()).toMatchObject({ status: 0, stderr: "" });
  });

  test("the property is in the types, the validator and the mock's answer", async () => {
    expect(await types()).toContain('channel_type: "chat" | "sms";');
    expect(await copy.read("packages/contract/src/examples.ts")).toContain('channel_type: "chat"');
    expect(await read("fetchChannel")).toEqual({
      type: "chat",
      voice: [["channel_type"]],
      deprecated: false,
    });
  });

  test("a value more of an enum is valid and in the types", async () => {
    await edit("enum: [chat, sms]", "enum: [chat, sms, voice]");
    expect(await copy.generate()).toMatchObject({ status: 0, stderr: "" });
    expect(await types()).toContain('channel_type: "chat" | "sms" | "voice";');
    expect(await read("fetchChannel")).toMatchObject({ voice: [] });
  });

  test("a deprecation reaches the table and the method's doc comment", async () => {
    await edit(
      "operationId: fetchChannel\n",
      "operationId: fetchChannel\n      deprecated: true\n",
    );
    expect(await copy.generate()).toMatchObject({ status: 0, stderr: "" });
    expect(await read("fetchChannel")).toMatchObject({ deprecated: true });
    expect(await copy.read("packages/contract/src/client.ts")).toMatch(
      /@deprecated\n +\*\/\n +fetchChannel\(/,
    );
  });

  test("after a rename the new method works, and the old one does not compile", async () => {
    await edit("operationId: fetchChannel\n", "operationId: getChannel\n");
    expect(await copy.generate()).toMatchObject({ status: 0, stderr: "" });
    expect(await read("getChannel")).toMatchObject({ type: "chat" });
    await copy.write("packages/client/consumer.ts", reader("fetchChannel"));
    const { status, stdout } = await copy.typecheck("packages/client");
    expect(status).not.toBe(0);
    expect(stdout).toContain("Property 'fetchChannel' does not exist on type");
  });

  test("a mistake is told with its place and leaves everything as it was", async () => {
    const before = await types();
    await edit("channel_type: chat\n", "channel_type: fax\n");
    const { status, stdout, stderr } = await copy.generate();
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    const line = document.slice(0, document.indexOf("channel_type: fax")).split("\n").length;
    expect(stderr).toContain(`openapi.yaml:${line}:`);
    expect(stderr).toMatch(/> *\d+ \| +channel_type: fax\n/);
    expect(stderr).toMatch(/expected: .*chat.*\n +received: "fax"/);
    expect(await types()).toBe(before);
    expect(await read("getChannel")).toMatchObject({ type: "chat" });
  });
});
