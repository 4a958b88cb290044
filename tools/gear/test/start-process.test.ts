import { expect, test } from "vitest";
import { cleanEnvironment } from "../src/clean-environment.ts";
import { startProcess } from "../src/start-process.ts";
import { isAlive } from "./is-alive.ts";

const options = {
  cwd: import.meta.dirname,
  env: cleanEnvironment(process.env),
  ready: (line: string) => /^ready (\w+)$/.exec(line)?.[1],
};

test("what the program says when it is ready comes back, and disposing ends it", async () => {
  const script = "console.log('starting'); console.log('ready now'); setInterval(() => {}, 1000)";
  const started = await startProcess(process.execPath, ["-e", script], options);
  expect(started.ready).toBe("now");
  expect(started.output()).toBe("starting\nready now");
  await started[Symbol.asyncDispose]();
  expect(isAlive(started.pid)).toBe(false);
});

test("a program that ends before it is ready is an error that shows what it wrote", async () => {
  const script = "console.error('no port is free'); process.exitCode = 1";
  await expect(startProcess(process.execPath, ["-e", script], options)).rejects.toThrow(
    /ended with 1 before it was ready:\nno port is free/,
  );
});

test("a program that is never ready is ended", async () => {
  const started = startProcess(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
    ...options,
    timeoutMs: 1,
  });
  await expect(started).rejects.toThrow("was not ready after 1 ms");
});
