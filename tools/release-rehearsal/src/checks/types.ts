import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createProject } from "../create-project.ts";
import { inParallel } from "../in-parallel.ts";
import { checkRow, type Row } from "../row.ts";
import { runCompiler } from "../run-compiler.ts";
import type { Stage } from "../stage.ts";
import {
  compilers,
  consumersOf,
  describeSetting,
  resolutions,
  tsconfigOf,
  typeSettings,
  type Compiler,
  type TypeSetting,
} from "../type-settings.ts";

/** Definitions of Node that a compiler can read: the newest ones use syntax that 5.4 does not know. */
const nodeTypes: Readonly<Record<Compiler, string>> = {
  "typescript-5.4": "@types/node-for-typescript-5.4",
  "typescript-5.9": "@types/node",
  "typescript-6": "@types/node",
  "typescript-7": "@types/node",
};

/** Compiles one consumer in every setting; its `@ts-expect-error` lines fail where an error is lost. */
export async function checkTypes(stage: Stage): Promise<readonly Row[]> {
  const project = await createProject(stage, {
    name: "types",
    dependencies: ["@flex-channels/client", "@flex-channels/mock"],
    files: ["consumer.ts", "consumer-platform.ts"],
  });
  for (const compiler of compilers) {
    await mkdir(typesDirectory(project, compiler));
    await symlink(
      stage.gear.file(nodeTypes[compiler]),
      join(typesDirectory(project, compiler), "node"),
    );
  }
  const outcomes = await inParallel(typeSettings, availableParallelism(), async (setting) => ({
    setting,
    problem: await compile(stage, project, setting),
  }));

  const rows: Row[] = [];
  for (const compiler of compilers) {
    for (const resolution of resolutions) {
      const own = outcomes.filter(
        ({ setting }) => setting.compiler === compiler && setting.resolution === resolution,
      );
      const failed = own.filter(({ problem }) => problem !== undefined);
      rows.push(
        await checkRow(`types (${resolution})`, await stage.gear.version(compiler), async () => {
          if (failed.length === 0) return `${own.length} settings compile`;
          const names = failed.map(({ setting }) => describeSetting(setting)).join("; ");
          const reports = failed.map(
            ({ setting, problem }) => `[${describeSetting(setting)}]\n${problem}`,
          );
          throw new Error(`${failed.length} of ${own.length}: ${names}\n${reports.join("\n")}`);
        }),
      );
    }
  }
  return rows;
}

function typesDirectory(project: string, compiler: Compiler): string {
  return join(project, `types-${compiler}`);
}

async function compile(
  stage: Stage,
  project: string,
  setting: TypeSetting,
): Promise<string | undefined> {
  const { compiler, resolution, strictness, platform } = setting;
  // A folder inside the project: its own tsconfig.json, the project's node_modules.
  const directory = join(project, `${compiler}-${resolution}-${strictness}-${platform}`);
  await mkdir(directory);
  for (const file of consumersOf(setting)) await cp(join(project, file), join(directory, file));
  const config = tsconfigOf(setting, typesDirectory(project, compiler));
  await writeFile(join(directory, "tsconfig.json"), JSON.stringify(config, undefined, 2));
  const result = await runCompiler(stage, compiler, directory);
  return result.status === 0 ? undefined : `${result.stdout}${result.stderr}`.trim();
}
