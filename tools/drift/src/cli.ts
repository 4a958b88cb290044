import { join } from "node:path";
import process from "node:process";
import { run } from "./run.ts";

// A reader that has seen enough (`| head`) is no failure: the status still is the answer.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await run(process.argv.slice(2), {
  root: join(import.meta.dirname, "..", "..", ".."),
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
  env: process.env,
  now: () => new Date(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
