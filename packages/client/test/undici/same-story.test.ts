import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import * as mainEntry from "../../src/index.ts";
import * as undiciEntry from "../../src/undici.ts";

vi.setConfig({ testTimeout: 120_000 });

const tests = join(import.meta.dirname, "..");
const program = join(tests, "faults/programs/tell-faults.ts");

/** What the client of an entry tells of every fault, in a process of its own. */
async function storiesOf(entry: string): Promise<Readonly<Record<string, unknown>>> {
  const given = ["--conditions=@flex-channels/source", program, join(tests, entry)];
  const { stdout } = await promisify(execFile)(process.execPath, given, { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}

test("of every fault the entry on undici tells what the main entry tells, word for word", async () => {
  const [main, undici] = await Promise.all(["entry.ts", "entry.undici.ts"].map(storiesOf));
  expect(undici).toEqual(main);
  expect(Object.keys(main ?? {}).length).toBeGreaterThan(300);
});

test("the entry on undici exports what the main entry exports", () => {
  expect(Object.keys(undiciEntry)).toEqual(Object.keys(mainEntry));
});
