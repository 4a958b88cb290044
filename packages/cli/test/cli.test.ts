import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createMock, serve } from "@flex-channels/mock";
import type { ServedMock } from "@flex-channels/mock";
import { neverAnswer } from "@flex-channels/mock/testing";
import type { Handler } from "@flex-channels/mock/testing";
import { afterEach, describe, expect, test } from "vitest";
import { accountSid, canary, channelMock, environment, sidOf, unknownSid } from "./channels.ts";
import { spawnCommand } from "./spawn-command.ts";

const open: ServedMock[] = [];

/** Serves a handler for one test. */
async function listen(handler: Handler): Promise<string> {
  const served = await serve(handler);
  open.push(served);
  return served.url;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()));
});

describe("the command as a process", () => {
  test("prints a channel as JSON on a pipe", async () => {
    const url = await listen(channelMock());
    const command = spawnCommand(["fetch-channel", sidOf(1), "--base-url", url], environment);
    const { status, stdout, stderr } = await command.ended;
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ sid: sidOf(1) });
  });

  test("takes an API key from the environment", async () => {
    const apiKey = `SK${"1".repeat(32)}`;
    const url = await listen(createMock({ credentials: [{ username: apiKey, password: canary }] }));
    const env = {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_API_KEY: apiKey,
      TWILIO_API_SECRET: canary,
    };
    const sid = "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    const { status } = await spawnCommand(["fetch-channel", sid, "--base-url", url], env).ended;
    expect(status).toBe(0);
  });

  test("streams standard input to results, and failures beside them", async () => {
    const url = await listen(channelMock());
    const command = spawnCommand(
      ["fetch-channel", "--base-url", url, "--errors", "json"],
      environment,
    );
    command.process.stdin.write(`${sidOf(1)}\n${unknownSid}\n`);
    const [first] = await once(command.process.stdout, "data"); // before the input has ended
    expect(JSON.parse(String(first))).toMatchObject({ sid: sidOf(1) });
    command.process.stdin.end(sidOf(2));
    const { status, stderr } = await command.ended;
    expect(status).toBe(4);
    expect(JSON.parse(stderr)).toMatchObject({ input: unknownSid, kind: "http", status: 404 });
  });

  test.each([
    {
      name: "no credentials",
      env: {},
      want: /^error: .*\n {2}Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN/,
    },
    {
      name: "an account SID that is none",
      env: { ...environment, TWILIO_ACCOUNT_SID: "me" },
      want: /^error: .*AC/,
    },
    {
      name: "account SID and auth token the wrong way round",
      env: { TWILIO_ACCOUNT_SID: canary, TWILIO_AUTH_TOKEN: accountSid },
      want: /^error: .*AC/,
    },
  ])("exits with 3 for $name", async ({ env, want }) => {
    const { status, stdout, stderr } = await spawnCommand(["fetch-channel", sidOf(1)], env).ended;
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toMatch(want);
  });

  test("exits with 4 for wrong credentials, and says where they come from", async () => {
    const credentials = [{ username: accountSid, password: "another" }];
    const url = await listen(createMock({ credentials }));
    const command = spawnCommand(["fetch-channel", sidOf(1), "--base-url", url], environment);
    const { status, stderr } = await command.ended;
    expect(status).toBe(4);
    expect(stderr).toContain("Check TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN");
  });

  test("exits with 3 for a base URL with a password in it, and does not show it", async () => {
    const words = ["fetch-channel", sidOf(1), "--base-url", `https://user:${canary}@127.0.0.1`];
    const { status, stderr } = await spawnCommand(words, environment).ended;
    expect(status).toBe(3);
    expect(stderr).not.toContain("TWILIO_");
  });

  test("exits with 5 where nobody listens", async () => {
    const served = await serve(channelMock());
    await served.close();
    const words = ["fetch-channel", sidOf(1), "--base-url", served.url, "--max-retries", "0"];
    const { status, stderr } = await spawnCommand(words, environment).ended;
    expect(status).toBe(5);
    expect(stderr).toContain("ECONNREFUSED");
  });

  test.each([
    { signal: "SIGINT", want: 130 },
    { signal: "SIGTERM", want: 143 },
  ] as const)("exits with $want on $signal, and keeps what it has", async ({ signal, want }) => {
    const mock = channelMock();
    const url = await listen((input, init) =>
      typeof input === "object" && "url" in input && input.url.endsWith(sidOf(2))
        ? neverAnswer(mock)(input, init)
        : mock(input, init),
    );
    const command = spawnCommand(["fetch-channel", "-", "--base-url", url], environment);
    command.process.stdin.write(`${sidOf(1)}\n${sidOf(2)}\n`);
    await once(command.process.stdout, "data");
    command.process.kill(signal); // while a call and the next input are awaited
    const { status, stderr } = await command.ended;
    expect({ status, stderr }).toEqual({ status: want, stderr: "" });
  });

  test("exits with 141 when the reader of its output goes away", async () => {
    const url = await listen(channelMock());
    const command = spawnCommand(["fetch-channel", "-", "--base-url", url], environment);
    command.process.stdin.on("error", () => undefined);
    command.process.stdin.write(`${sidOf(1)}\n`);
    await once(command.process.stdout, "data");
    command.process.stdout.destroy();
    for (let index = 2; index < 50; index += 1) command.process.stdin.write(`${sidOf(index)}\n`);
    const { status, stderr } = await command.ended;
    expect({ status, stderr }).toEqual({ status: 141, stderr: "" });
  });

  test("takes no secret as an option", async () => {
    const words = ["fetch-channel", sidOf(1), `--auth-token=${canary}`];
    const { status, stderr } = await spawnCommand(words, {}).ended;
    expect(status).toBe(2);
    expect(stderr).toContain("Credentials come from the environment only.");
  });

  test("runs from its build", async () => {
    const entry = fileURLToPath(new URL("../bin/flex-channels.js", import.meta.url));
    expect(existsSync(new URL("../dist/cli.js", import.meta.url)), "build first").toBe(true);
    const { status, stdout } = await spawnCommand(["--version"], {}, [entry]).ended;
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
