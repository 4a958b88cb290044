import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanEnvironment } from "@flex-channels/gear/clean-environment";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runMeasured } from "../src/run-measured.ts";

let directory = "";

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "bench-test-"));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const bench = () => ({
  directory,
  env: cleanEnvironment(process.env),
  signal: new AbortController().signal,
});

test("a process reports its time, its memory and its output", async () => {
  const usage = await runMeasured(bench(), ["-e", "console.log('done')"], { cwd: directory });
  expect(usage.stdout).toBe("done\n");
  for (const value of [usage.cpuMs, usage.wallMs, usage.peakMb]) expect(value).toBeGreaterThan(0);
});

test("a process that exits by itself reports too", async () => {
  const usage = await runMeasured(bench(), ["-e", "process.exit(1)"], {
    cwd: directory,
    statuses: [1],
  });
  expect(usage.cpuMs).toBeGreaterThan(0);
});

test("a status that is no answer is an error, never a figure", async () => {
  const script = "console.error('no such document'); process.exit(2)";
  const measured = runMeasured(bench(), ["-e", script], { cwd: directory, statuses: [0, 1] });
  await expect(measured).rejects.toThrow(/ended with 2:\nno such document/);
});

test("a program that dies without reporting is an error", async () => {
  await writeFile(join(directory, "usage.json"), "{}");
  const measured = runMeasured(bench(), ["-e", "process.kill(process.pid, 'SIGKILL')"], {
    cwd: directory,
  });
  await expect(measured).rejects.toThrow("ended with null");
});
