import type { Stop } from "./host.ts";
import { run } from "./run.ts";

const stop = new AbortController();

/** The first signal ends the run in order, the second at once. */
function stopOn(signal: "SIGINT" | "SIGTERM", reason: Stop): void {
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(reason.status);
    stop.abort(reason);
  });
}

stopOn("SIGINT", { kind: "interrupted", status: 130 });
stopOn("SIGTERM", { kind: "terminated", status: 143 });

const { stdin, stdout, stderr } = process;
// Whoever does not listen to errors does not hold up the work either.
stderr.on("error", () => undefined);

try {
  process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, stop });
} catch (error) {
  const name = error instanceof Error ? error.stack : String(error);
  stderr.write(`A fault in flex-channels itself, please report it:\n${name}\n`);
  process.exitCode = 70;
}
// A pipe that stays open must not keep a finished program alive.
stdin.destroy();
