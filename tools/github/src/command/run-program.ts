import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { stripVTControlCharacters } from "node:util";

export interface ProgramResult {
  /** Nothing where it was killed or could not be started. */
  readonly status: number | undefined;
  /** What it wrote to both of its outputs; the end of it where it is long. */
  readonly output: string;
}

const MOST_CHARACTERS = 100_000;
const TIMEOUT_MS = 300_000;

/** Runs a program without a shell; the workspace's own programs are found first. */
export async function runProgram(
  root: string,
  [program = "", ...args]: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<ProgramResult> {
  const { FORCE_COLOR: _, ...rest } = env;
  const path = [join(root, "node_modules", ".bin"), env["PATH"] ?? ""].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...rest, PATH: path, NO_COLOR: "1", TURBO_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: TIMEOUT_MS,
    });
    let output = "";
    const keep = (chunk: string): void => {
      output = `${output}${chunk}`.slice(-MOST_CHARACTERS);
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => {
      resolve({ status: undefined, output: `${program}: ${error.message}` });
    });
    child.on("close", (status) => {
      resolve({ status: status ?? undefined, output: stripVTControlCharacters(output) });
    });
  });
}
