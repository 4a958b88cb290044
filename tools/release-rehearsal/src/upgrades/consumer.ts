import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "@flex-channels/gear/run-command";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { startProcess } from "@flex-channels/gear/start-process";
import { createProject } from "../create-project.ts";
import { consumerFile } from "../driver.ts";
import type { Stage } from "../stage.ts";
import { type CompileError, readCompileErrors } from "./compile-error.ts";

const dependencies = ["@flex-channels/client", "@flex-channels/mock"];

/** Compilers that a consumer may have; the review asks the first. */
const compilers = ["typescript-5.9", "typescript-7"] as const;

/** A consumer's project at the first release. */
export async function createConsumer(stage: Stage): Promise<string> {
  const project = await createProject(stage, {
    name: "upgrade",
    dependencies,
    files: ["serve-mock.mjs"],
  });
  for (const file of ["consumer.ts", "process.d.ts", "tsconfig.json"]) {
    await cp(consumerFile(join("upgrade", file)), join(project, file));
  }
  return project;
}

/** `npm install <package>@latest`, and what is then installed. */
export async function upgrade(stage: Stage, project: string): Promise<string> {
  await runOrThrow(
    "npm",
    ["install", "--no-audit", "--no-fund", ...dependencies.map((name) => `${name}@latest`)],
    { cwd: project, env: stage.env, signal: stage.signal },
  );
  const manifest: { version: string } = JSON.parse(
    await readFile(
      join(project, "node_modules", "@flex-channels", "client", "package.json"),
      "utf8",
    ),
  );
  return manifest.version;
}

/** Every error of every compiler; compilers that disagree are told apart by their count. */
export async function compileConsumer(
  stage: Stage,
  project: string,
): Promise<readonly (readonly CompileError[])[]> {
  return Promise.all(
    compilers.map(async (compiler) => {
      const script = compiler === "typescript-7" ? ["bin", "tsc"] : ["lib", "tsc.js"];
      const { status, stdout } = await runCommand(
        stage.gear.file("node-24", "bin", "node"),
        [stage.gear.file(compiler, ...script), "--project", project, "--pretty", "false"],
        { cwd: project, env: stage.env, signal: stage.signal },
      );
      const errors = readCompileErrors(stdout);
      if ((status === 0) !== (errors.length === 0)) {
        throw new Error(`${compiler} ended with ${status}:\n${stdout}`);
      }
      return errors;
    }),
  );
}

/** Changes the consumer's program: lines that match go, and lines come in before the last. */
export async function editConsumer(
  project: string,
  edit: (text: string) => string,
): Promise<() => Promise<void>> {
  const file = join(project, "consumer.ts");
  const before = await readFile(file, "utf8");
  await writeFile(file, edit(before));
  return () => writeFile(file, before);
}

/** Runs the program against the mock that is installed beside it. */
export async function runConsumer(stage: Stage, project: string): Promise<object> {
  const node = stage.gear.file("node-24", "bin", "node");
  const { env, signal } = stage;
  await using mock = await startProcess(node, ["serve-mock.mjs"], {
    cwd: project,
    env,
    signal,
    ready: (line) => /^mock (http:\S+)$/.exec(line)?.[1],
  });
  const printed = await runOrThrow(node, ["consumer.ts", mock.ready], {
    cwd: project,
    env,
    signal,
  });
  return JSON.parse(printed) as object;
}
