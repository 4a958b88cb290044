import { expect, test } from "vitest";
import { cleanEnvironment } from "../src/clean-environment.ts";
import { runCommand } from "../src/run-command.ts";
import { runOrThrow } from "../src/run-or-throw.ts";

const env = cleanEnvironment(process.env);
const options = { cwd: import.meta.dirname, env };
const node = (script: string): readonly string[] => ["-e", script];

test("the status and both outputs come back", async () => {
  const script = "console.log('out'); console.error('err'); process.exitCode = 7";
  expect(await runCommand(process.execPath, node(script), options)).toEqual({
    status: 7,
    stdout: "out\n",
    stderr: "err\n",
    timedOut: false,
  });
});

test("input reaches the program and is closed", async () => {
  const script = "process.stdin.pipe(process.stdout)";
  const result = await runCommand(process.execPath, node(script), { ...options, input: "given" });
  expect(result.stdout).toBe("given");
});

test("an abort ends the program and what it started, and rejects with its reason", async () => {
  const controller = new AbortController();
  const reason = new Error("enough");
  // The grandchild holds the output open: only its end lets the command settle.
  const script = `
    const { spawn } = require("node:child_process");
    spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
    process.stdin.resume();`;
  const running = runCommand(process.execPath, node(script), {
    ...options,
    signal: controller.signal,
  });
  controller.abort(reason);
  await expect(running).rejects.toBe(reason);
});

test("a signal that was aborted before starts nothing", async () => {
  const reason = new Error("too late");
  const signal = AbortSignal.abort(reason);
  await expect(runCommand("no-such-program", [], { ...options, signal })).rejects.toBe(reason);
});

test("a time limit ends the program, and the result says so", async () => {
  const script = "setInterval(() => {}, 1000)";
  const result = await runCommand(process.execPath, node(script), { ...options, timeoutMs: 1 });
  expect(result).toMatchObject({ status: null, timedOut: true });
});

test("a program that does not exist is an error", async () => {
  await expect(runCommand("no-such-program", [], options)).rejects.toThrow("ENOENT");
});

test("runOrThrow names the telling line, the command and the status", async () => {
  const script = "console.log('all well'); console.error('Error: no'); process.exitCode = 3";
  await expect(runOrThrow(process.execPath, node(script), options)).rejects.toThrow(
    /^Error: no\n\$ [^\n]+\n(.*\n)*ended with status 3\n/,
  );
});

test("runOrThrow returns the output of a program that succeeds", async () => {
  expect(await runOrThrow(process.execPath, node("console.log(1)"), options)).toBe("1\n");
});
