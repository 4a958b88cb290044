import module from "node:module";
import process from "node:process";

// What was compiled once is read the next time, which halves a short run.
module.enableCompileCache();
const { run } = await import("./command/run.ts");

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  now: () => new Date(),
  isTerminal: process.stdout.isTTY,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
