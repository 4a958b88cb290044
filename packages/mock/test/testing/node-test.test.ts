import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("node-runner.ts", import.meta.url));

test("a test under node:test passes", async () => {
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=@flex-channels/source", "--test", "--test-reporter=tap", program],
    { env },
  );
  expect(stdout).toContain("# pass 1");
  expect(stdout).toContain("# fail 0");
});
