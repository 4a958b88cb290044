import { describe, expect, test } from "vitest";
import { isChannelSid } from "../src/arguments.ts";
import { createFlexClient } from "../src/index.ts";
import { account, found, scriptedFetch, sid } from "./scripted-fetch.ts";

const hex = "a".repeat(32);
const rows: readonly { readonly name: string; readonly given: unknown }[] = [
  { name: "nothing", given: undefined },
  { name: "null", given: null },
  { name: "an empty string", given: "" },
  { name: "a number", given: 5 },
  { name: "an array of one SID", given: [sid] },
  { name: "an object that reads as a SID", given: { toString: () => sid } },
  { name: "a String object", given: Object("CH") },
  { name: "another resource's SID", given: `AC${hex}` },
  { name: "a SID in small letters", given: `ch${hex}` },
  { name: "a digit too few", given: sid.slice(0, -1) },
  { name: "a digit too many", given: `${sid}a` },
  { name: "a line feed at the end", given: `${sid}\n` },
  { name: "white space around it", given: ` ${sid} ` },
  { name: "digits of another script", given: `CH${"٣".repeat(32)}` },
  { name: "a dot segment", given: ".." },
  { name: "a dot segment before it", given: `../${sid}` },
  { name: "an escaped dot segment", given: "%2e%2e" },
  { name: "an escaped slash", given: `CH%2F${hex}` },
  { name: "a query", given: `${sid}?a=1` },
  { name: "a fragment", given: `${sid}#a` },
  { name: "a host", given: "//evil.example" },
  { name: "half a surrogate pair", given: `CH${"\uD800".repeat(32)}` },
  { name: "a NUL", given: `CH${hex.slice(1)}\0` },
];

describe("an argument that the document does not allow is refused before any request", () => {
  test.each(rows)("$name", async ({ given }) => {
    const fetch = scriptedFetch(found);
    const flex = createFlexClient({ ...account, fetch });
    const error = await flex.safe.fetchChannel(given as string);
    expect(error).toMatchObject({ kind: "argument", attempts: [], retryable: false });
    expect(Reflect.get(error, "message")).toMatch(/Sid: expected .*, received /);
    expect(fetch.requests).toHaveLength(0);
    expect(isChannelSid(given)).toBe(false);
  });

  test("and the guard agrees about a good one", () => {
    expect(isChannelSid(sid)).toBe(true);
  });

  test("a parameter that the document does not know", async () => {
    const fetch = scriptedFetch(found);
    const options = { query: { PageSize: 5 } };
    const error = await createFlexClient({ ...account, fetch }).safe.fetchChannel(
      sid,
      options as object,
    );
    expect(error).toMatchObject({
      kind: "argument",
      issues: [{ path: ["query", "PageSize"], expected: "a parameter of the document" }],
    });
  });
});

describe("an option that cannot work is a configuration error", () => {
  test.each([
    { name: "a time of nothing", given: { timeoutMs: 0 } },
    { name: "a negative time", given: { deadlineMs: -1 } },
    { name: "a time that is no number", given: { timeoutMs: Number.NaN } },
    { name: "retries that are no number", given: { maxRetries: "3" } },
    { name: "a bound of nothing", given: { maxResponseBytes: 0 } },
    { name: "an unknown mode", given: { validation: "loose" } },
    {
      name: "a header value that would end the header",
      given: { headers: { "X-A": "b\r\nc: d" } },
    },
    { name: "a header value that is no text", given: { headers: { "X-A": 1 } } },
    { name: "a header value beyond ISO 8859-1", given: { headers: { "X-A": "→" } } },
    { name: "a header name that is no token", given: { headers: { "X A": "b" } } },
    { name: "an Authorization of one's own", given: { headers: { authorization: "x" } } },
    { name: "a Host of one's own", given: { headers: new Headers({ Host: "evil.example" }) } },
    { name: "a signal that is none", given: { signal: {} } },
    { name: "a fetch that is none", given: { fetch: "fetch" } },
  ])("$name, for a call", async ({ given }) => {
    const fetch = scriptedFetch(found);
    const flex = createFlexClient({ ...account, fetch });
    const error = await flex.safe.fetchChannel(sid, given as object);
    expect(error).toMatchObject({ kind: "configuration", attempts: [] });
    expect(fetch.requests).toHaveLength(0);
  });

  test.each([
    { name: "a user agent that is no product", given: { userAgent: "a\nb" } },
    { name: "a backoff that is none", given: { backoff: { initialMs: -1, maxMs: 5 } } },
    { name: "a budget that is none", given: { retryBudget: Number.NaN } },
  ])("$name, for a client", ({ given }) => {
    expect(() => createFlexClient({ ...account, ...given })).toThrow(
      expect.objectContaining({ kind: "configuration" }),
    );
  });
});
