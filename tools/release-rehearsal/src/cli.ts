import { fileURLToPath } from "node:url";
import { exitStatus, statusOfRows } from "./exit-status.ts";
import { help } from "./help.ts";
import { parseOptions } from "./options.ts";
import { rehearse } from "./rehearse.ts";
import { renderRows } from "./render-rows.ts";

const log = (line: string): void => console.error(`· ${line}`);

async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (options.kind === "help") {
    console.log(help);
    return exitStatus.passed;
  }
  if (options.kind === "wrong") {
    console.error(`${options.message}\n\n${help}`);
    return exitStatus.usage;
  }
  const interruption = new AbortController();
  const interrupt = (): void => {
    log("interrupted: ending what was started");
    interruption.abort();
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    const rows = await rehearse({
      ...options,
      repository: fileURLToPath(new URL("../../..", import.meta.url)),
      toolDirectory: fileURLToPath(new URL("..", import.meta.url)),
      signal: interruption.signal,
      log,
    });
    console.log(renderRows(rows));
    return statusOfRows(rows, options.strict);
  } catch (error) {
    if (interruption.signal.aborted) return exitStatus.interrupted;
    console.error(error instanceof Error ? error.message : error);
    return exitStatus.unable;
  }
}

process.exitCode = await main(process.argv.slice(2));
