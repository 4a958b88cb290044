import { startProcess, type StartedProcess } from "@flex-channels/gear/start-process";
import { createProject, type ProjectStage } from "./create-project.ts";

/** The mock server, installed from the registry like any consumer would. */
export async function startMock(stage: ProjectStage): Promise<StartedProcess<string>> {
  const directory = await createProject(stage, {
    name: "mock-server",
    dependencies: ["@flex-channels/mock"],
    files: ["serve-mock.mjs"],
  });
  return startProcess(stage.gear.file("node-24", "bin", "node"), ["serve-mock.mjs"], {
    cwd: directory,
    env: stage.env,
    signal: stage.signal,
    ready: (line) => /^mock (http:\S+)$/.exec(line)?.[1],
  });
}
