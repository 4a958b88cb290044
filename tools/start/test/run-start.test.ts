import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exitStatus } from "../src/exit-status.ts";
import { runStart } from "../src/run-start.ts";

const sid = `CH${"a".repeat(32)}`;
const secret = "canary-secret-of-the-environment";

const variables = [
  "TWILIO_ACCOUNT_SID",
  "TWILIO_AUTH_TOKEN",
  "TWILIO_API_KEY",
  "TWILIO_API_SECRET",
  "TWILIO_REGION",
  "TWILIO_EDGE",
] as const;

/** Runs with the environment given, and nothing generated or built. */
const start = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) => {
  Object.assign(process.env, environment);
  let out = "";
  let error = "";
  const steps: string[] = [];
  const status = await runStart(args, {
    generate: () => void steps.push("generate"),
    build: () => void steps.push("build"),
    load: () => import("../src/fetch-example.ts"),
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    now: () => 0,
  });
  return { status, out, error, steps };
};

const account = { TWILIO_ACCOUNT_SID: `AC${"a".repeat(32)}`, TWILIO_AUTH_TOKEN: secret };

/** A server that answers every request alike. */
const answering = async (status: number, body: string) => {
  const server = createServer((_, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}`, close: () => server.close() };
};

describe("npm start", () => {
  const saved = new Map<string, string | undefined>();
  beforeEach(() => {
    for (const name of variables) {
      saved.set(name, process.env[name]);
      delete process.env[name];
    }
  });
  afterEach(() => {
    for (const [name, value] of saved) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  test("generates, builds, serves, fetches and shows the example channel", async () => {
    const { status, out, error, steps } = await start([]);
    expect({ status, error, steps }).toEqual({
      status: 0,
      error: "",
      steps: ["generate", "build"],
    });
    for (const title of [
      "1. generate",
      "2. build",
      "3. load",
      "4. start the mock",
      "5. fetch CHaaaa...",
    ]) {
      expect(out).toContain(title);
    }
    for (const line of [
      `  account_sid    AC${"a".repeat(32)}\n`,
      "  date_created   2016-08-01T22:10:40Z\n",
      "  date_updated   2016-08-01T22:10:40Z\n",
      `  flex_flow_sid  FO${"a".repeat(32)}\n`,
      `  sid            ${sid}\n`,
      `  task_sid       WT${"a".repeat(32)}\n`,
      `  url            https://flex-api.twilio.com/v1/Channels/${sid}\n`,
      `  user_sid       US${"a".repeat(32)}\n`,
      "TWILIO_ACCOUNT_SID=AC... TWILIO_AUTH_TOKEN=... npm start -- CH...\n",
    ]) {
      expect(out).toContain(line);
    }
  });

  const mistakes = [
    {
      name: "a SID that is none",
      args: ["CH123"],
      environment: account,
      status: exitStatus.usage,
      want: 'received "CH123"',
    },
    {
      name: "an unknown option",
      args: ["--sid", sid],
      environment: {},
      status: exitStatus.usage,
      want: "Unknown option '--sid'",
    },
    {
      name: "two SIDs",
      args: [sid, sid],
      environment: account,
      status: exitStatus.usage,
      want: "Expected one channel SID",
    },
    {
      name: "a port that is none",
      args: ["--port", "70000"],
      environment: {},
      status: exitStatus.usage,
      want: 'received "70000"',
    },
    {
      name: "a port with a SID",
      args: [sid, "--port", "0"],
      environment: account,
      status: exitStatus.usage,
      want: "there is no mock",
    },
    {
      name: "an address without a SID",
      args: ["--base-url", "https://example.com"],
      environment: {},
      status: exitStatus.usage,
      want: "needs a channel SID",
    },
    {
      name: "no credentials",
      args: [sid],
      environment: {},
      status: exitStatus.credentials,
      want: "TWILIO_ACCOUNT_SID",
    },
    {
      name: "a region that is none",
      args: [sid],
      environment: { ...account, TWILIO_REGION: "no region/" },
      status: exitStatus.usage,
      want: "region: expected",
    },
    {
      name: "an address that is none, without credentials",
      args: [sid, "--base-url", "nowhere"],
      environment: {},
      status: exitStatus.usage,
      want: "baseUrl: expected",
    },
    {
      name: "half of the credentials",
      args: [sid],
      environment: { TWILIO_ACCOUNT_SID: account.TWILIO_ACCOUNT_SID },
      status: exitStatus.credentials,
      want: "TWILIO_AUTH_TOKEN",
    },
  ];
  test.each(mistakes)(
    "$name is told in a sentence",
    async ({ args, environment, status, want }) => {
      const result = await start(args, environment);
      expect(result.status).toBe(status);
      expect(result.error).toContain(want);
      expect(result.error).not.toMatch(/^\s+at /m);
      expect(result.out + result.error).not.toContain(secret);
    },
  );

  const answers = [
    {
      name: "401",
      code: 401,
      body: '{"code":20003,"message":"Authenticate","status":401}',
      status: exitStatus.credentials,
      want: "20003",
    },
    {
      name: "404",
      code: 404,
      body: '{"code":20404,"message":"Not found","status":404}',
      status: exitStatus.refused,
      want: "20404",
    },
    {
      name: "something that is no channel",
      code: 200,
      body: "{}",
      status: exitStatus.refused,
      want: "the answer violates the document",
    },
  ];
  test.each(answers)("an answer of $name has its status", async ({ code, body, status, want }) => {
    const server = await answering(code, body);
    const result = await start([sid, "--base-url", server.url], account);
    server.close();
    expect(result.status).toBe(status);
    expect(result.error).toContain(want);
    expect(result.out + result.error).not.toContain(secret);
  });

  test("no answer has its status and says what to check", async () => {
    const server = await answering(200, "");
    server.close();
    const result = await start([sid, "--base-url", server.url], account);
    expect(result.status).toBe(exitStatus.unreachable);
    expect(result.error).toContain("Check the network");
  });

  test("a port in use has its status", async () => {
    const server = await answering(200, "");
    const result = await start(["--port", String(server.port)]);
    server.close();
    expect(result.status).toBe(exitStatus.environment);
    expect(result.error).toContain(`Port ${server.port} on 127.0.0.1 is in use`);
  });

  test("the help lists every exit status", async () => {
    const { status, out } = await start(["--help"]);
    expect(status).toBe(0);
    for (const number of Object.values(exitStatus))
      expect(out).toMatch(new RegExp(`\\b${number} `));
  });
});
