import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createMock } from "@flex-channels/mock";
import { afterEach, describe, expect, test, vi } from "vitest";
import { describeDocument } from "../../src/reference/describe-document.ts";
import type { Operation } from "../../src/reference/reference.ts";
import { shopDocument } from "../shop-document.ts";
import { documentOf, documentText } from "../site.ts";

function operationOf(text: string, name: string): Operation {
  const { groups } = describeDocument(documentOf(text));
  const found = groups
    .flatMap(({ operations }) => operations)
    .find((operation) => operation.name === name);
  if (found === undefined) throw new Error(`no operation ${name}`);
  return found;
}

function sampleOf(operation: Operation, label: string): string {
  return operation.samples.find((sample) => sample.label === label)?.source ?? "";
}

const order = operationOf(shopDocument, "update-order");

test("a call with curl has what must be sent, and no word of it means something to a shell", () => {
  expect(sampleOf(order, "curl")).toBe(
    [
      "curl",
      "  --request POST 'https://shop.example.com/api/orders/{shop-id}/{id}?dry%20run=false'",
      "  --header 'X-Key: KEY'",
      String.raw`  --header 'X-Trace: it'\''s'`,
      "  --cookie 'session=s1'",
      "  --header 'Content-Type: application/json'",
      String.raw`  --data '{"note":"it'\''s","lines":[]}'`,
    ].join(" \\\n"),
  );
});

test("a call with the client has path parameters in the template's order, and the rest by place", () => {
  expect(sampleOf(order, "TypeScript")).toContain(
    `await flex.updateOrder("north", 7, { query: { "dry run": false }, header: { "X-Trace": "it's" }, cookie: { session: "s1" }, body: {`,
  );
});

test("a call that the document brings is not made again", () => {
  const labels = operationOf(documentText, "fetchChannel").samples.map(({ label }) => label);
  expect(labels).toEqual(["curl", "TypeScript"]);
});

describe("the call with the client", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test("runs as it stands, against the mock", async () => {
    const results = join(import.meta.dirname, "../../.results");
    mkdirSync(results, { recursive: true });
    const folder = mkdtempSync(join(results, "sample-"));
    const printed: unknown[] = [];
    vi.stubEnv("TWILIO_ACCOUNT_SID", `AC${"0".repeat(32)}`);
    vi.stubEnv("TWILIO_AUTH_TOKEN", "token");
    vi.stubGlobal("fetch", createMock());
    vi.spyOn(console, "log").mockImplementation((value: unknown) => {
      printed.push(value);
    });
    try {
      const file = join(folder, "sample.ts");
      writeFileSync(file, sampleOf(operationOf(documentText, "fetchChannel"), "TypeScript"));
      await import(file);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect(printed).toMatchObject([{ sid: "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }]);
  });
});
