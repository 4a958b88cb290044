import { execFile } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { entryName } from "../entry.ts";
import { sends, sendsFor, sendsThenEnds } from "./behaviours.ts";
import { secretsIn } from "./canary.ts";
import { channel } from "./channel.ts";
import { startFaultServer, type Behaviour } from "./fault-server.ts";
import { answer, CHUNKED, chunk, JSON_TYPE, jsonAnswer } from "./http-message.ts";
import { telling } from "./triggered-clock.ts";

const PROGRAM = fileURLToPath(new URL("programs/call-once.ts", import.meta.url));

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the program in a process of its own against a server that stays; resolves when it has ended.
 * With `told`, the program's time is up once its request has been met, and no sooner.
 */
async function run(behaviour: Behaviour, form: string, told: boolean): Promise<Ended> {
  let child: ChildProcess | undefined;
  const tell = (): void => void child?.stdin?.end();
  const server = await startFaultServer(told ? telling(behaviour, 1, tell) : behaviour, "");
  const given = [
    "--conditions=@flex-channels/source",
    PROGRAM,
    entryName,
    server.origin,
    form,
    ...(told ? ["told"] : []),
  ];
  const ended = await new Promise<Ended>((resolve) => {
    child = execFile(process.execPath, given, (error, stdout, stderr) => {
      resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
  });
  await server.close();
  return ended;
}

const OPEN_HEAD = `HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\n${CHUNKED}\r\n\r\n`;

describe("a process ends by itself after a call, while the server stays, that met", () => {
  test.concurrent.each<readonly [string, Behaviour, string]>([
    ["an honest answer", sends(jsonAnswer(200, channel)), "success"],
    ["404", sends(jsonAnswer(404, { code: 20404 })), "http"],
    ["garbage", sendsThenEnds("garbage\r\n\r\n"), "connection"],
    ["silence", {}, "timeout"],
    ["half a body, then silence", sends(OPEN_HEAD + chunk("{")), "timeout"],
    ["a body that is too long", sends(OPEN_HEAD + chunk(" ".repeat(5_242_880))), "parse"],
  ])("%s", async (_name, behaviour, kind) => {
    const { status, stdout, stderr } = await run(behaviour, "safe", kind === "timeout");
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({ kind, alive: [] });
    expect(status).toBe(0);
  });
});

describe("the log of a crash shows no secret where the server echoes the request as", () => {
  const echo = (compose: (head: string) => Buffer | string): Behaviour =>
    sendsFor(({ head }) => compose(head));

  test.concurrent.each<readonly [string, Behaviour, string]>([
    ["an error's body", echo((head) => answer(500, [], head)), "HttpError"],
    ["a page with 200", echo((head) => answer(200, [JSON_TYPE], head)), "ParseError"],
    ["a JSON text", echo((head) => jsonAnswer(200, { head })), "ContractError"],
    ["what is no HTTP", echo((head) => `${head}\r\n\r\n`), "ConnectionError"],
  ])("%s", async (_name, behaviour, errorName) => {
    const { status, stderr } = await run(behaviour, "throwing", false);
    expect(status).toBe(1);
    expect(stderr).toContain(errorName);
    expect(stderr).toContain("call-once.ts");
    expect(secretsIn(stderr)).toEqual([]);
  });
});
