import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { createProject } from "../create-project.ts";
import { consumerFile } from "../driver.ts";
import { runCompiler } from "../run-compiler.ts";
import { runNode } from "../run-node.ts";
import type { Stage } from "../stage.ts";
import { serveMock } from "../start-mock.ts";
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

/** The errors of each compiler. */
export async function compileConsumer(
  stage: Stage,
  project: string,
): Promise<readonly (readonly CompileError[])[]> {
  return Promise.all(
    compilers.map(async (compiler) => {
      const { status, stdout } = await runCompiler(stage, compiler, project);
      const errors = readCompileErrors(stdout);
      if ((status === 0) !== (errors.length === 0)) {
        throw new Error(`${compiler} ended with ${status}:\n${stdout}`);
      }
      return errors;
    }),
  );
}

/** Changes the consumer's program; what is returned takes the change back. */
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
  await using mock = await serveMock(stage, project);
  return JSON.parse(await runNode(stage, project, ["consumer.ts", mock.ready])) as object;
}
