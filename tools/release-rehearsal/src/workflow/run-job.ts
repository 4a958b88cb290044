import { cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import {
  type Action,
  type Job,
  type Step,
  type Values,
  evaluate,
  holds,
  parseOutputs,
  readYaml,
} from "./workflow.ts";

export interface JobPlace {
  /** The job's checkout. */
  readonly checkout: string;
  /** The job's own temporary folder. */
  readonly temp: string;
  /** Where artifacts are between jobs. */
  readonly artifacts: string;
  readonly values: Values;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Told everything that a step writes. */
  readonly heard: (text: string) => void;
}

/** Brings a machine to where a job can start; the rehearsal has done so already. */
const preparation = "npm start";

/**
 * Runs a job's own text, as it stands in the workflow: its scripts in a shell, its artifacts from
 * folder to folder. Checkouts and the installation are the caller's. Returns the job's outputs.
 */
export async function runJob(job: Job, place: JobPlace): Promise<Readonly<Record<string, string>>> {
  await mkdir(place.temp, { recursive: true });
  const values: Record<string, string> = { ...place.values, "runner.temp": place.temp };
  for (const step of job.steps) {
    const outputs = await runStep(step, { ...place, values });
    for (const [name, value] of Object.entries(outputs)) {
      values[`steps.${step.id ?? ""}.outputs.${name}`] = value;
    }
  }
  return Object.fromEntries(
    Object.entries(job.outputs ?? {}).map(([name, text]) => [name, evaluate(text, values)]),
  );
}

async function runStep(step: Step, place: JobPlace): Promise<Readonly<Record<string, string>>> {
  const { uses, run } = step;
  if (!holds(step.if, place.values)) return {};
  if (run !== undefined) return run === preparation ? {} : runScript(step, run, place);
  const [action = ""] = (uses ?? "").split("@");
  switch (action) {
    case "actions/checkout":
    case "actions/setup-node":
      return {};
    case "actions/upload-artifact":
      await upload(step, place);
      return {};
    case "actions/download-artifact":
      await download(step, place);
      return {};
    default:
      if (action.startsWith("./")) return runComposite(step, action, place);
      throw new Error(`the rehearsal does not know the action ${action}`);
  }
}

/** An action of the repository's own: its steps, with its inputs or their defaults. */
async function runComposite(
  step: Step,
  path: string,
  place: JobPlace,
): Promise<Readonly<Record<string, string>>> {
  const folder = join(place.checkout, path);
  const { inputs = {}, runs } = await readYaml<Action>(join(folder, "action.yml"));
  const values: Record<string, string> = { ...place.values };
  for (const [name, input] of Object.entries(inputs)) {
    values[`inputs.${name}`] = step.with?.[name] ?? input.default ?? "";
  }
  const env = { ...place.env, GITHUB_ACTION_PATH: folder };
  for (const inner of runs.steps) await runStep(inner, { ...place, values, env });
  return {};
}

async function runScript(
  step: Step,
  run: string,
  { checkout, temp, values, env, signal, heard }: JobPlace,
): Promise<Readonly<Record<string, string>>> {
  const output = join(temp, "output");
  await writeFile(output, "");
  const own = Object.entries(step.env ?? {}).map(([name, text]) => [name, evaluate(text, values)]);
  const told = await runOrThrow("bash", ["-eo", "pipefail", "-c", evaluate(run, values)], {
    cwd: checkout,
    env: {
      ...env,
      RUNNER_TEMP: temp,
      GITHUB_OUTPUT: output,
      ...(Object.fromEntries(own) as Record<string, string>),
    },
    signal,
    timeoutMs: 900_000,
  });
  heard(told);
  return parseOutputs(await readFile(output, "utf8"));
}

async function upload(step: Step, { checkout, artifacts, values }: JobPlace): Promise<void> {
  const { name, path } = artifactOf(step, values);
  const source = resolve(checkout, path);
  const target = join(artifacts, name);
  await rm(target, { recursive: true, force: true });
  const isFolder = (await stat(source)).isDirectory();
  await cp(source, isFolder ? target : join(target, basename(source)), { recursive: true });
}

async function download(step: Step, { checkout, artifacts, values }: JobPlace): Promise<void> {
  const { name, path } = artifactOf(step, values);
  await cp(join(artifacts, name), resolve(checkout, path), { recursive: true });
}

function artifactOf(
  { with: given = {} }: Step,
  values: Values,
): { readonly name: string; readonly path: string } {
  return {
    name: evaluate(given["name"] ?? "", values),
    path: evaluate(given["path"] ?? "", values),
  };
}
