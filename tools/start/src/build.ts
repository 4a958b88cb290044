import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { exitStatus, StartError } from "./exit-status.ts";

const root = join(import.meta.dirname, "..", "..", "..");

const turbo = (args: readonly string[]): void => {
  const { status, error, stdout, stderr } = spawnSync(
    "turbo",
    ["run", ...args, "--output-logs=errors-only", "--log-order=grouped"],
    { cwd: root, encoding: "utf8", env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" } },
  );
  if (error === undefined && status === 0) return;
  throw new StartError(
    exitStatus.environment,
    `${stdout ?? ""}${stderr ?? ""}\nturbo run ${args[0]} ended with ${error?.message ?? `exit status ${status}`}; its output is above.`,
  );
};

/** Regenerates the contract from the document; a document that has not changed costs a hash. */
export const generateContract = (): void => turbo(["generate"]);

/** Builds what the demonstration imports: the packages as they are published. */
export const buildPackages = (): void => turbo(["build", "--filter=@flex-channels/start^..."]);
