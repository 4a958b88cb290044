import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

/** A step as far as a rehearsal can take it: a script, or an artifact that is handed on. */
export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  readonly permissions?: Readonly<Record<string, "read" | "write">>;
  readonly steps: readonly Step[];
  readonly outputs?: Readonly<Record<string, string>>;
}

export interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A composite action's `action.yml`. */
export interface Action {
  readonly inputs?: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

export async function readYaml<Shape>(file: string): Promise<Shape> {
  return parse(await readFile(file, "utf8")) as Shape;
}

/** A job of a workflow in a checkout. */
export async function readJob(checkout: string, workflow: string, name: string): Promise<Job> {
  const { jobs } = await readYaml<Workflow>(join(checkout, ".github", "workflows", workflow));
  const job = jobs[name];
  if (job === undefined) throw new Error(`${workflow} has no job ${name}`);
  return job;
}

/** Values of the expressions that a workflow of ours may use, by their text. */
export type Values = Readonly<Record<string, string>>;

/** A text with its expressions replaced. One whose value nobody gave is an error, never empty. */
export function evaluate(text: string, values: Values): string {
  return text.replaceAll(/\$\{\{\s*(.+?)\s*\}\}/g, (_, expression: string) => {
    const value = Object.hasOwn(values, expression) ? values[expression] : undefined;
    if (value === undefined) throw new Error(`the rehearsal has no value for ${expression}`);
    return value;
  });
}

/** Whether a step's condition holds, of the one kind that is written here: `inputs.gate == 'true'`. */
export function holds(condition: string | undefined, values: Values): boolean {
  if (condition === undefined) return true;
  const [, expression = "", wanted] = /^([\w.-]+) == '([^']*)'$/.exec(condition) ?? [];
  if (!Object.hasOwn(values, expression)) {
    throw new Error(`the rehearsal cannot judge the condition ${condition}`);
  }
  return values[expression] === wanted;
}

/** The `name=value` lines of a step's output file. */
export function parseOutputs(text: string): Readonly<Record<string, string>> {
  const lines = text.split("\n").filter((line) => line !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf("=");
      if (at < 1) throw new Error(`no output: ${JSON.stringify(line)}`);
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}
