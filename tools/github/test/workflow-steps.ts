import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { parse } from "yaml";

/** The repository that these workflows are of. */
export const root: string = join(import.meta.dirname, "..", "..", "..");

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The very text of a step, by its name, of an action or of a workflow's job. */
export function stepOf(file: string, name: string): Required<Pick<Step, "run" | "env">> {
  const written = parse(readFileSync(join(root, file), "utf8")) as {
    readonly runs?: { readonly steps: readonly Step[] };
    readonly jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  };
  const steps = [
    ...(written.runs?.steps ?? []),
    ...Object.values(written.jobs ?? {}).flatMap((job) => job.steps),
  ];
  const step = steps.find((each) => each.name === name);
  if (step?.run === undefined) throw new Error(`${file} has no step ${name}`);
  return { run: step.run, env: step.env ?? {} };
}

export interface StepResult {
  readonly status: number | null;
  readonly log: string;
}

/** Runs a step as the runner does: in bash, with its variables and the expressions' values. */
export async function runStep(
  { run, env }: ReturnType<typeof stepOf>,
  cwd: string,
  variables: Readonly<Record<string, string>>,
  expressions: Readonly<Record<string, string>>,
): Promise<StepResult> {
  const given = Object.entries(env).map(([key, text]) => {
    const [, expression] = /^\$\{\{ *(.*?) *\}\}$/.exec(text) ?? [];
    const value = expression === undefined ? text : expressions[expression];
    if (value === undefined) throw new Error(`No value for ${text}`);
    return [key, value] as const;
  });
  const { PATH = "" } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", run], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: [dirname(process.execPath), join(root, "node_modules", ".bin"), PATH].join(delimiter),
        HOME: cwd,
        GITHUB_ACTIONS: "true",
        GITHUB_SERVER_URL: "https://github.com",
        ...variables,
        ...Object.fromEntries(given),
      },
    });
    let log = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (log += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (log += text));
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, log });
    });
  });
}
