import { join } from "node:path";
import process from "node:process";
import { run } from "./run.ts";

process.exitCode = await run(process.argv.slice(2), {
  root: join(import.meta.dirname, "..", "..", ".."),
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
  env: process.env,
  now: () => new Date(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
