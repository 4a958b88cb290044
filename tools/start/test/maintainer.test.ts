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
    expect(stderr).toContain("To mend it: flex-codegen generate");
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
