import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import {
  answerWith,
  compose,
  failConnection,
  malformedJson,
  neverAnswer,
  pass,
} from "@flex-channels/mock/testing";
import type { Fault, Handler } from "@flex-channels/mock/testing";
import { run } from "../src/index.ts";
import { capture } from "./capture.ts";
import type { CaptureOptions } from "./capture.ts";
import { canary, channelMock, clientOver, sidOf, unknownSid } from "./channels.ts";
import { directory, directoryClient, directoryMock } from "./directory.ts";

interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line against a mock in process, and sees that no secret is printed. */
async function runLine(
  line: string,
  options: CaptureOptions = {},
  handler: Handler = channelMock(),
): Promise<Outcome> {
  const { host, texts } = capture(options);
  const status = await run(line.split(" "), host, undefined, clientOver(handler));
  const printed = await texts();
  expect(JSON.stringify(printed)).not.toContain(canary);
  return { status, ...printed };
}

function lines(text: string): readonly unknown[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

function urlOf(input: Request | URL | string): string {
  return typeof input === "object" && "url" in input ? input.url : input.toString();
}

const terminal = { stdoutColumns: 80, stderrColumns: 80 };

describe("one channel", () => {
  test("is JSON on a pipe", async () => {
    const { status, stdout, stderr } = await runLine(`fetch-channel ${sidOf(1)}`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ sid: sidOf(1) });
    expect(stdout).toMatch(/^\{\n {2}"/);
  });

  test("is a table on a terminal", async () => {
    const { status, stdout } = await runLine(`fetch-channel ${sidOf(1)}`, terminal);
    expect(status).toBe(0);
    expect(stdout).toContain(`sid            ${sidOf(1)}\n`);
    expect(stdout).toContain("date_created   2016-08-01T22:10:40Z\n");
  });

  test.each([
    { format: "json", want: /^\{\n {2}"account_sid"/ },
    { format: "ndjson", want: /^\{"account_sid":.*\}\n$/ },
    { format: "table", want: /^account_sid {4}AC/ },
  ])("is $format where that is asked for", async ({ format, want }) => {
    const { stdout } = await runLine(`fetch-channel ${sidOf(1)} --output ${format}`);
    expect(stdout).toMatch(want);
  });
});

describe("several channels", () => {
  const three = [sidOf(3), sidOf(1), sidOf(2)];
  const list = three.join("\n");

  test("are NDJSON on a pipe, in the order of the input", async () => {
    const { status, stdout } = await runLine("fetch-channel -", { stdin: list });
    expect(status).toBe(0);
    expect(lines(stdout)).toMatchObject(three.map((sid) => ({ sid })));
  });

  test("are read from standard input where no argument is given", async () => {
    const { stdout } = await runLine("fetch-channel", { stdin: `\uFEFF${list}\r\n\r\n  \n` });
    expect(lines(stdout)).toHaveLength(3);
  });

  test("are read from the arguments", async () => {
    const { stdout } = await runLine(`fetch-channel ${three.join(" ")}`);
    expect(lines(stdout)).toMatchObject(three.map((sid) => ({ sid })));
  });

  test("are one array with --output json", async () => {
    const { stdout } = await runLine("fetch-channel - --output json", { stdin: list });
    expect(JSON.parse(stdout)).toMatchObject(three.map((sid) => ({ sid })));
  });

  test("are printed beside the failures", async () => {
    const stdin = [sidOf(1), unknownSid, "CHnope", sidOf(2)].join("\n");
    const { status, stdout, stderr } = await runLine("fetch-channel - --errors json", { stdin });
    expect(status).toBe(1);
    expect(lines(stdout)).toMatchObject([{ sid: sidOf(1) }, { sid: sidOf(2) }]);
    expect(lines(stderr)).toMatchObject([
      { input: unknownSid, kind: "http", status: 404, code: 20404 },
      { input: "CHnope", kind: "argument" },
    ]);
  });

  test("that all fail alike exit with the status of that failure", async () => {
    const stdin = `${unknownSid}\n${sidOf(4094)}`;
    const { status, stdout, stderr } = await runLine("fetch-channel -", { stdin });
    expect({ status, stdout }).toEqual({ status: 4, stdout: "" });
    expect(stderr.match(/^error: CH/gm)).toHaveLength(2);
  });

  test("come as they complete with --order completion", async () => {
    const mock = channelMock();
    const { host, texts } = capture({ stdin: list });
    const printed = new Promise((resolve) => {
      host.stdout.on("data", resolve);
    });
    const handler: Handler = async (input, init) => {
      if (!urlOf(input).endsWith(sidOf(1))) await printed;
      return mock(input, init);
    };
    const line = ["fetch-channel", "-", "--order", "completion"];
    expect(await run(line, host, undefined, clientOver(handler))).toBe(0);
    const [first, ...others] = lines((await texts()).stdout);
    expect(first).toMatchObject({ sid: sidOf(1) }); // the second in the list
    expect(others).toHaveLength(2);
  });

  test("are called once where they come twice", async () => {
    const mock = channelMock();
    const stdin = [sidOf(1), sidOf(2), sidOf(1)].join("\n");
    const { stdout } = await runLine("fetch-channel -", { stdin }, mock);
    expect(lines(stdout)).toMatchObject([{ sid: sidOf(1) }, { sid: sidOf(2) }]);
    expect(mock.requests).toHaveLength(2);
  });

  test.each([
    { name: "made again later", line: "fetch-channel -", want: 0 },
    { name: "a failure with --max-retries 0", line: "fetch-channel - --max-retries 0", want: 4 },
  ])("that end in a 429 are $name", async ({ line, want }) => {
    const mock = channelMock();
    mock.answerNext("fetchChannel", 429);
    expect((await runLine(line, { stdin: list }, mock)).status).toBe(want);
  });

  test("that are none are a usage error", async () => {
    const { status, stderr } = await runLine("fetch-channel -", { stdin: "\n \n" });
    expect(status).toBe(2);
    expect(stderr).toBe("error: standard input had no lines; write one value a line\n");
  });

  test("move a bar on the terminal of standard error, failures above it", async () => {
    const stdin = `${sidOf(1)}\n${unknownSid}\n`;
    const { stdout, stderr } = await runLine("fetch-channel -", { stdin, stderrColumns: 80 });
    expect(lines(stdout)).toHaveLength(1);
    expect(stderr).toContain("2/2, 1 failed");
    expect(stderr).toContain(`error: ${unknownSid}: `);
  });

  test.each([
    {
      name: "--no-progress",
      line: "fetch-channel - --no-progress",
      options: { stderrColumns: 80 },
    },
    {
      name: "a terminal that shows the results",
      line: "fetch-channel - --output ndjson",
      options: terminal,
    },
    { name: "a pipe", line: "fetch-channel -", options: {} },
  ])("move no bar with $name", async ({ line, options }) => {
    const { stderr } = await runLine(line, { stdin: list, ...options });
    expect(stderr).toBe("");
  });
});

const page = (): Response => new Response("<html>", { headers: { "content-type": "text/html" } });
const wrong = (): Response => Response.json({ sid: 1 });

const failures: readonly {
  readonly name: string;
  readonly given: string;
  readonly fault?: Fault;
  readonly status: number;
  readonly want: RegExp;
}[] = [
  { name: "an unknown SID", given: unknownSid, status: 4, want: /HTTP 404/ },
  {
    name: "a malformed SID",
    given: "CH1",
    status: 2,
    want: /^error: Sid: expected .*CH.*, received /,
  },
  {
    name: "a broken connection",
    given: sidOf(1),
    fault: failConnection(),
    status: 5,
    want: /Check the network/,
  },
  {
    name: "a time that is up",
    given: `${sidOf(1)} --timeout 1ms`,
    fault: neverAnswer,
    status: 6,
    want: /--timeout/,
  },
  { name: "half of a JSON text", given: sidOf(1), fault: malformedJson, status: 7, want: /JSON/ },
  {
    name: "a page in place of JSON",
    given: sidOf(1),
    fault: answerWith(page),
    status: 7,
    want: /text\/html/,
  },
  {
    name: "a channel that is none",
    given: sidOf(1),
    fault: answerWith(wrong),
    status: 8,
    want: /sid/,
  },
  {
    name: "a base URL without TLS",
    given: `${sidOf(1)} --base-url http://example.com`,
    fault: pass,
    status: 3,
    want: /http/,
  },
];

describe("a failure", () => {
  test.each(failures)(
    "of $name exits with $status",
    async ({ given, fault = pass, status, want }) => {
      const handler = compose(fault)(channelMock());
      const outcome = await runLine(`fetch-channel ${given}`, {}, handler);
      expect(outcome).toMatchObject({ status, stdout: "" });
      expect(outcome.stderr).toMatch(/^error: /);
      expect(outcome.stderr).toMatch(want);
    },
  );

  test("names the request for support, and the page that explains it", async () => {
    const { stderr } = await runLine(`fetch-channel ${unknownSid}`);
    expect(stderr).toContain("  See https://www.twilio.com/docs/errors/20404\n");
    expect(stderr).toContain(`  Request id: RQ${"0".repeat(31)}1\n`);
  });

  test("of what a service sends cannot steer the terminal", async () => {
    const evil = (): Response =>
      Response.json({ code: 1, message: "a\u001B[2Jb\u009Bc" }, { status: 400 });
    const handler = answerWith(evil)(channelMock());
    const { stderr } = await runLine(`fetch-channel ${sidOf(1)}`, terminal, handler);
    expect(stderr).not.toMatch(/[\u001B\u009B]/);
  });
});

describe("a stop", () => {
  test("keeps what was printed, and exits with its status", async () => {
    const mock = channelMock();
    const { host, texts } = capture({ stdin: [sidOf(1), sidOf(2), sidOf(3)].join("\n") });
    const handler: Handler = (input, init) => {
      if (urlOf(input).endsWith(sidOf(1))) return mock(input, init);
      host.stop.abort({ kind: "interrupted", status: 130 });
      return neverAnswer(mock)(input, init);
    };
    const line = ["fetch-channel", "-", "--output", "json", "--concurrency", "1"];
    const status = await run(line, host, undefined, clientOver(handler));
    const { stdout, stderr } = await texts();
    expect({ status, stderr }).toEqual({ status: 130, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject([{ sid: sidOf(1) }]);
  });

  test("ends the wait for a body", async () => {
    const { host } = capture({ stdin: new PassThrough() });
    const line = ["create-user", "--body", "-"];
    const running = run(line, host, directory, directoryClient(directoryMock()));
    host.stop.abort({ kind: "terminated", status: 143 });
    expect(await running).toBe(143);
  });

  test("comes from a reader that closes the output", async () => {
    const mock = channelMock();
    const { host } = capture({ stdin: [sidOf(1), sidOf(2), sidOf(3)].join("\n") });
    const line = ["fetch-channel", "-", "--concurrency", "1"];
    const handler: Handler = (input, init) => {
      host.stdout.destroy(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
      return mock(input, init);
    };
    const status = await run(line, host, undefined, clientOver(handler));
    expect(status).toBe(141);
    expect(mock.requests.length).toBeLessThan(3);
  });
});

async function runDirectory(line: string, options: CaptureOptions = {}): Promise<Outcome> {
  const { host, texts } = capture(options);
  const client = directoryClient(directoryMock());
  const status = await run(line.split(" "), host, directory, client);
  return { status, ...(await texts()) };
}

describe("the operations of another document", () => {
  test("take path parameters in order, and the last several times", async () => {
    const { status, stdout, stderr } = await runDirectory("fetch-user IS1 US01 US02");
    expect(status).toBe(4);
    expect(lines(stdout)).toEqual([{ sid: "US01", service_sid: "IS1", name: "Ada" }]);
    expect(stderr).toContain("error: US02: ");
  });

  test("take query and header parameters", async () => {
    expect((await runDirectory("ping --page-size 5 --tag a b")).status).toBe(0);
    expect((await runDirectory("ping --page-size 500")).status).toBe(4);
  });

  test("take a body from an option or standard input", async () => {
    const stdout = '{\n  "sid": "US02"\n}\n';
    expect(await runDirectory("create-user --body {}")).toMatchObject({ status: 0, stdout });
    const piped = await runDirectory("create-user --body -", { stdin: '{"name":"Eva"}' });
    expect(piped).toMatchObject({ status: 0, stdout });
  });

  test.each([
    {
      given: "create-user --body {",
      want: "error: --body holds no JSON, and the operation takes JSON\n",
    },
    {
      given: "create-user --body @/nonexistent.json",
      want: "error: cannot read /nonexistent.json: ENOENT\n",
    },
  ])("refuse the body of `$given`", async ({ given, want }) => {
    expect(await runDirectory(given)).toMatchObject({ status: 2, stderr: want });
  });

  test("print rows for an array, and null for no content", async () => {
    const { stdout } = await runDirectory("ping", { stdoutColumns: 80 });
    expect(stdout).toBe("ok     note\ntrue\nfalse  a\\u001b[31mb\n");
    expect((await runDirectory("delete-user US01")).stdout).toBe("null\n");
  });
});
