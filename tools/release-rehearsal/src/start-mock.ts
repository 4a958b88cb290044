import { startProcess, type StartedProcess } from "@flex-channels/gear/start-process";
import { createProject, type ProjectStage } from "./create-project.ts";

/** The mock server, installed from the registry like any consumer would. */
export async function startMock(stage: ProjectStage): Promise<StartedProcess<string>> {
  const directory = await createProject(stage, {
    name: "mock-server",
    dependencies: ["@flex-channels/mock"],
    files: ["serve-mock.mjs"],
  });
  return serveMock(stage, directory);
}

/** The mock server that a project has installed. */
export function serveMock(
  { gear, env, signal }: Pick<ProjectStage, "gear" | "env" | "signal">,
  project: string,
): Promise<StartedProcess<string>> {
  return startProcess(gear.file("node-24", "bin", "node"), ["serve-mock.mjs"], {
    cwd: project,
    env,
    signal,
    ready: (line) => /^mock (http:\S+)$/.exec(line)?.[1],
  });
}
