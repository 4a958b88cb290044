import { describe, expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import type { Credentials } from "../src/index.ts";
import { contract, examples } from "./directory-contract.ts";
import { basic, send } from "./requests.ts";

const account = `AC${"a".repeat(32)}`;
const apiKey = `SK${"b".repeat(32)}`;
const known: readonly Credentials[] = [
  { username: account, password: "pässwörd:1" },
  { token: "t0ken" },
];
const users = "GET /v2/Services/IS0001/Users";

function utf8(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

interface Row {
  readonly name: string;
  readonly given: string | undefined;
  readonly credentials?: readonly Credentials[];
  readonly want: number;
}

const rows: readonly Row[] = [
  { name: "no header", given: undefined, want: 401 },
  { name: "an account SID", given: basic({ username: account, password: "x" }), want: 200 },
  { name: "an API key SID", given: basic({ username: apiKey, password: "x" }), want: 200 },
  { name: "another user name", given: basic({ username: "admin", password: "x" }), want: 401 },
  { name: "an empty password", given: basic({ username: account, password: "" }), want: 401 },
  { name: "a scheme in capitals", given: `BASIC ${btoa(`${account}:x`)}`, want: 200 },
  { name: "no colon", given: `Basic ${btoa(account)}`, want: 401 },
  { name: "text that is no base64", given: "Basic !!!", want: 401 },
  { name: "octets that are no UTF-8", given: `Basic ${btoa(`${account}:\u00FF`)}`, want: 401 },
  { name: "a bearer token", given: "Bearer abc", want: 200 },
  { name: "an empty bearer token", given: "Bearer ", want: 401 },
  { name: "a scheme the document has not", given: "Digest a=b", want: 401 },
  {
    name: "a known password in UTF-8, with a colon",
    given: basic({ username: account, password: utf8("pässwörd:1") }),
    credentials: known,
    want: 200,
  },
  {
    name: "a wrong password",
    given: basic({ username: account, password: "x" }),
    credentials: known,
    want: 401,
  },
  { name: "a known token", given: "Bearer t0ken", credentials: known, want: 200 },
  { name: "an unknown token", given: "Bearer token", credentials: known, want: 401 },
];

describe("credentials", () => {
  test.each(rows)("$name: $want", async ({ given, credentials, want }) => {
    const mock = createMock({ contract, examples, ...(credentials && { credentials }) });
    const answered = await mock(send(users, given === undefined ? {} : { authorization: given }));
    expect(answered.status).toBe(want);
  });

  test("a refusal names every scheme and has Twilio's body", async () => {
    const answered = await createMock({ contract, examples })(send(users, {}));
    expect(answered.headers.get("www-authenticate")).toBe(
      'Basic realm="Twilio API", Bearer realm="Twilio API"',
    );
    expect(await answered.json()).toEqual({
      code: 20003,
      message: "Authenticate",
      more_info: "https://www.twilio.com/docs/errors/20003",
      status: 401,
    });
  });

  test("an API key stands where the document puts it", async () => {
    const mock = createMock({ contract, examples, credentials: [{ token: "k" }] });
    const lines = ["GET /v2/keyed?api_key=k", "GET /v2/keyed?api_key=x", "GET /v2/keyed"];
    const answers = await Promise.all(lines.map((line) => mock(send(line, {}))));
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 401]);
  });
});
