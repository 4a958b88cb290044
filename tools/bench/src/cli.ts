import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exitStatus, statusOfResults } from "./exit-status.ts";
import { helpText } from "./help.ts";
import { describeMachine } from "./machine.ts";
import { measure } from "./measure.ts";
import { beginSession, type Session } from "./open-workbench.ts";
import { parseOptions } from "./options.ts";
import { renderTable, summarise } from "./render-table.ts";
import { resultOf, type Result } from "./result.ts";
import type { Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios.ts";
import { writeResult } from "./write-result.ts";

const toolDirectory = fileURLToPath(new URL("..", import.meta.url));
const log = (line: string): void => console.error(`· ${line}`);

async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, scenarios);
  if (options.kind === "help") {
    console.log(helpText(scenarios));
    return exitStatus.held;
  }
  if (options.kind === "wrong") {
    console.error(`${options.message}\n\n${helpText(scenarios)}`);
    return exitStatus.usage;
  }
  const interruption = new AbortController();
  const interrupt = (): void => {
    log("interrupted: ending what was started");
    interruption.abort();
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    await using session = await beginSession({
      repository: fileURLToPath(new URL("../../..", import.meta.url)),
      toolDirectory,
      signal: interruption.signal,
      log,
    });
    const results: Result[] = [];
    const unmeasured: string[] = [];
    const reasons = new Set<string>();
    for (const scenario of options.scenarios) {
      try {
        const result = await runScenario(session, scenario, options.rounds);
        console.log(renderTable(result));
        if (options.write) await writeResult(join(toolDirectory, "results"), result);
        results.push(result);
      } catch (error) {
        interruption.signal.throwIfAborted();
        const reason = reasons.has(describe(error)) ? "as before" : describe(error);
        reasons.add(describe(error));
        console.error(`${scenario.name} could not be measured: ${reason}\n`);
        unmeasured.push(scenario.name);
      }
    }
    console.log(summarise(results, unmeasured));
    return unmeasured.length > 0 ? exitStatus.unable : statusOfResults(results, options.reportOnly);
  } catch (error) {
    if (interruption.signal.aborted) return exitStatus.interrupted;
    console.error(describe(error));
    return exitStatus.unable;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function runScenario(
  session: Session,
  scenario: Scenario,
  wantedRounds: number | undefined,
): Promise<Result> {
  await using bench = await session.open();
  const contenders = await scenario.prepare(bench);
  const rounds = scenario.rounds === 1 ? 1 : (wantedRounds ?? scenario.rounds);
  const series = await measure(contenders, rounds, (round) => {
    if (rounds > 1)
      log(`${scenario.name}: ${round === 0 ? "warm-up" : `round ${round}/${rounds}`}`);
  });
  return resultOf(scenario, series, { machine: describeMachine(), rounds });
}

process.exitCode = await main(process.argv.slice(2));
