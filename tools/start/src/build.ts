import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { exitStatus, StartError } from "./exit-status.ts";
import { taskOutput } from "./task-output.ts";

const root = join(import.meta.dirname, "..", "..", "..");

const turbo = (args: readonly string[]): void => {
  const { status, error, stdout, stderr } = spawnSync(
    "turbo",
    ["run", ...args, "--output-logs=errors-only", "--log-order=grouped", "--log-prefix=none"],
    { cwd: root, encoding: "utf8", env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" } },
  );
  if (error === undefined && status === 0) return;
  const output = taskOutput(`${stdout ?? ""}${stderr ?? ""}`);
  const broken = error !== undefined || /Cannot find (?:module|package)/.test(output);
  throw new StartError(
    exitStatus.environment,
    `${error?.message ?? output}\n\n${
      broken
        ? "node_modules is incomplete: remove it and run the same command again."
        : "Mend what is named above and run the same command again."
    }`,
  );
};

/** Regenerates the contract from the document; a document that has not changed costs a hash. */
export const generateContract = (): void => turbo(["generate"]);

/** Builds what the demonstration imports: the packages as they are published. */
export const buildPackages = (): void => turbo(["build", "--filter=@flex-channels/start^..."]);
