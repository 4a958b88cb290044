import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { startProcess } from "@flex-channels/gear/start-process";
import { bundle } from "../bundle.ts";
import { createProject } from "../create-project.ts";
import { expectChannel } from "../expect-channel.ts";
import { checkRow, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

/** A worker, bundled the way its users do (esbuild), without the runtime's Node emulation. */
export async function checkWorkerd(stage: Stage): Promise<readonly Row[]> {
  const row = await checkRow("workerd", await stage.gear.version("workerd"), async () => {
    const directory = await createProject(stage, {
      name: "workerd",
      dependencies: ["@flex-channels/client"],
      files: ["bundle-entry.mjs", "worker.mjs"],
    });
    const file = await bundle(stage, "esbuild", directory, "worker.mjs");
    const config = join(dirname(file), "config.capnp");
    await writeFile(config, workerdConfig(stage.mockUrl));
    await using server = await startProcess(
      stage.gear.file(".bin", "workerd"),
      ["serve", config, "--control-fd=1"],
      {
        cwd: dirname(file),
        env: stage.env,
        signal: stage.signal,
        ready: listeningPort,
      },
    );
    const response = await fetch(`http://127.0.0.1:${server.ready}/`, { signal: stage.signal });
    const body = await response.text();
    if (!response.ok) throw new Error(`the worker failed: ${body}`);
    return expectChannel(body);
  });
  return [row];
}

/** The control channel says which port was free. */
function listeningPort(line: string): number | undefined {
  if (!line.startsWith("{")) return undefined;
  const event: { event?: string; port?: number } = JSON.parse(line);
  return event.event === "listen" ? event.port : undefined;
}

function workerdConfig(mockUrl: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "worker", worker = .worker),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-11-01",
  bindings = [(name = "BASE_URL", text = ${JSON.stringify(mockUrl)})],
);
`;
}
