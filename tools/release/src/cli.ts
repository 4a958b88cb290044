// The release's command line. Exit status 0: done; 1: refused or failed, with the reason; 3: wrong
// arguments.
import { join } from "node:path";
import { UsageError, parseCommand } from "./commands.ts";
import { redact, secretsOf } from "./publish/redact.ts";

const { env } = process;

try {
  const { command, values } = parseCommand(process.argv.slice(2));
  await command.run(values, {
    root: join(import.meta.dirname, "..", "..", ".."),
    env,
    log: (line) => {
      process.stdout.write(`${redact(line, secretsOf(env))}\n`);
    },
  });
} catch (error) {
  const told = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${redact(told, secretsOf(env))}\n`);
  process.exitCode = error instanceof UsageError ? 3 : 1;
}
