import { describe, expect, test } from "vitest";
import type { Invocation } from "../src/invocation.ts";
import { parseCommandLine } from "../src/parse-command-line.ts";
import type { Parsed } from "../src/parse-command-line.ts";
import { capture } from "./capture.ts";
import { directory } from "./directory.ts";

function parse(line: string, stdin?: string): Parsed {
  const { host } = capture(stdin === undefined ? {} : { stdin });
  return parseCommandLine(line.split(" ").filter(Boolean), directory, host);
}

interface Row {
  readonly given: string;
  readonly stdin?: string;
  readonly want: Partial<Invocation>;
}

const rows: readonly Row[] = [
  {
    given: "ping",
    want: { operationId: "ping", inputs: { kind: "none" }, parameters: {}, body: { kind: "none" } },
  },
  {
    given: "fetch-user IS1 US1",
    want: {
      operationId: "fetchUser",
      leading: ["IS1"],
      inputs: { kind: "given", values: ["US1"] },
    },
  },
  { given: "fetchUser IS1 US1", want: { operationId: "fetchUser" } },
  {
    given: "fetch-user IS1 US1 US2",
    want: { leading: ["IS1"], inputs: { kind: "given", values: ["US1", "US2"] } },
  },
  { given: "fetch-user IS1 -", want: { leading: ["IS1"], inputs: { kind: "stdin" } } },
  { given: "fetch-user IS1", stdin: "US1\n", want: { inputs: { kind: "stdin" } } },
  {
    given: "fetch-user IS1 US1",
    stdin: "US2\n",
    want: { inputs: { kind: "given", values: ["US1"] } },
  },
  {
    given: "ping --page-size 20 --tag a b --tag c --query-output long --x-trace t",
    want: {
      parameters: {
        query: { PageSize: 20, Tag: ["a", "b", "c"], Output: "long" },
        header: { "X-Trace": "t" },
      },
    },
  },
  { given: "ping --page-size x", want: { parameters: { query: { PageSize: "x" } } } },
  { given: "create-user --body {}", want: { body: { kind: "text", text: "{}", isJson: true } } },
  {
    given: "create-user --body @a.json",
    want: { body: { kind: "file", file: "a.json", isJson: true } },
  },
  { given: "create-user --body -", want: { body: { kind: "stdin", isJson: true } } },
  {
    given: "ping --region au1 --edge sydney --timeout 2s --deadline 1m --max-retries 0",
    want: {
      client: {
        region: "au1",
        edge: "sydney",
        timeoutMs: 2_000,
        deadlineMs: 60_000,
        maxRetries: 0,
      },
    },
  },
  {
    given: "ping --base-url http://127.0.0.1:1",
    want: { client: { baseUrl: "http://127.0.0.1:1" } },
  },
  {
    given: "ping",
    want: { errors: "text", order: "input", concurrency: 32, progress: true },
  },
  {
    given: "ping --output ndjson --errors json --order completion --concurrency 2 --no-progress",
    want: {
      output: "ndjson",
      errors: "json",
      order: "completion",
      concurrency: 2,
      progress: false,
    },
  },
];

describe("a command line", () => {
  test.each(rows)("`$given` is understood", ({ given, stdin, want }) => {
    const parsed = parse(given, stdin);
    expect(parsed).toMatchObject({ kind: "invocation", invocation: want });
  });
});

const usageErrors = [
  { given: "", want: "Usage: flex-channels" },
  { given: "fetch-usr", want: "unknown command 'fetch-usr'\n(Did you mean fetch-user?)" },
  { given: "fetch-user", want: "missing required argument 'ServiceSid'" },
  { given: "fetch-user IS1", want: "missing argument 'Sid'; give it, or pipe a list, one a line" },
  { given: "fetch-user IS1 US1 -", want: "- stands alone" },
  { given: "ping extra", want: "too many arguments" },
  { given: "create-user", want: "required option '--body <text>' not specified" },
  { given: "ping --timeout 10", want: "Expected a number with a unit: 500ms, 10s or 2m." },
  { given: "ping --concurrency 0", want: "Expected a whole number, at least 1." },
  { given: "ping --output yaml", want: "Allowed choices are json, ndjson, table." },
  { given: "ping --auth-token canary", want: "Credentials come from the environment only." },
];

describe("a usage error", () => {
  test.each(usageErrors)("`$given` exits with 2 and says why", ({ given, want }) => {
    const parsed = parse(given);
    expect(parsed).toMatchObject({ kind: "answered", status: 2, out: "" });
    expect(parsed.kind === "answered" && parsed.error).toContain(want);
  });

  test.each([
    "--auth-token=canary",
    "--api-secret=canary",
    "--token=canary --x",
    "--whatever=canary",
  ])("shows no value of the unknown option %s", (flag) => {
    const parsed = parse(`ping ${flag}`);
    expect(parsed).toMatchObject({ kind: "answered", status: 2 });
    expect(JSON.stringify(parsed)).not.toContain("canary");
  });
});

function help(line: string): string {
  const parsed = parse(line);
  expect(parsed).toMatchObject({ kind: "answered", status: 0, error: "" });
  return parsed.kind === "answered" ? parsed.out : "";
}

describe("help", () => {
  test("lists a command for every operation of the document", () => {
    const text = help("--help");
    expect(text).toContain("Directory 2.0.0, on the command line.");
    expect(text).toMatch(/fetch-user\|fetchUser .*Fetch a user/);
    expect(text).toMatch(/delete-user\|deleteUser .*DELETE \/users\/\{Sid\}/);
    expect(text).toContain("No option takes a secret");
  });

  test("of a command says what the document says", () => {
    const text = help("fetch-user --help").replaceAll(/\s+/g, " ");
    expect(text).toContain(
      "Usage: flex-channels fetch-user|fetchUser [options] <ServiceSid> [Sid...]",
    );
    expect(text).toContain("Fetch a user GET /Services/{ServiceSid}/Users/{Sid} Deprecated.");
    expect(text).toContain("Finds one user of a service.");
    expect(text).toContain('The user\'s SID. (matching ^US) e.g. "US01"');
  });

  test("of a command shows what its parameters demand", () => {
    const text = help("help ping").replaceAll(/\s+/g, " ");
    expect(text).toContain("--page-size <integer> (1 to 100, default 50)");
    expect(text).toContain("--tag <string...>");
    expect(text).toContain('--query-output <string> (one of "long", "short")');
  });

  test("the version is the package's", () => {
    expect(help("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
