import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";

const cli = join(import.meta.dirname, "..", "src", "cli.ts");

test("a reader that closes its end early is no failure", async () => {
  const child = spawn(process.execPath, ["--conditions=@flex-channels/source", cli, "--help"]);
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (text) => (stderr += String(text)));
  const [status] = (await once(child, "close")) as [number];
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
