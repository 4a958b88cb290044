import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { resultName } from "../analysis/limits.ts";
import { parseAnalysis } from "../analysis/parse-analysis.ts";
import { judgeGate } from "../gate/judge-gate.ts";
import { gateText } from "./gate-text.ts";
import { rootOf } from "./git.ts";
import { quietLog } from "./quiet-log.ts";
import { readGate } from "./read-gate.ts";
import { type ExitStatus, type Terminal, exitStatus } from "./terminal.ts";

/** Draws the conclusion from a result that `analyse` left in a folder. */
export async function gateCommand(folder: string, terminal: Terminal): Promise<ExitStatus> {
  const root = await rootOf(terminal.cwd);
  const analysis = parseAnalysis(await readFile(resolve(root, folder, resultName)));
  const gate = judgeGate(analysis, await readGate(root));
  const quiet = quietLog(terminal);
  quiet.terminal.out(gateText(gate));
  quiet.end();
  return gate.passed ? exitStatus.passed : exitStatus.failed;
}
