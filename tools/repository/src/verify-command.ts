// `npm test`: everything that guards the repository, as turbo tasks, then the counts on a line of
// their own. Exit status 0 when nothing failed, 1 when something did.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { renderTally, succeeded, tally } from "./tally.ts";
import type { TaskSummary, TestReport } from "./tally.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const runs = join(root, ".turbo", "runs");

rmSync(runs, { recursive: true, force: true });
mkdirSync(runs, { recursive: true });

const { status, error } = spawnSync(
  "turbo",
  [
    "run",
    "format",
    "lint",
    "layers",
    "typecheck",
    "fresh",
    "test",
    "--continue",
    "--summarize",
    "--output-logs=errors-only",
    "--log-order=grouped",
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit", env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" } },
);
if (error !== undefined) throw error;

const summaryFile = readdirSync(runs).find((name) => name.endsWith(".json"));
if (summaryFile === undefined) {
  process.stderr.write(
    `turbo left no summary in ${runs} (exit status ${status}): nothing is known to have passed.\n`,
  );
  process.stdout.write(`${renderTally({ passed: 0, failed: 1, skipped: 0 })}\n`);
  process.exit(1);
}

const { tasks } = JSON.parse(readFileSync(join(runs, summaryFile), "utf8")) as {
  tasks: readonly TaskSummary[];
};

const reportOf = (task: TaskSummary): TestReport | undefined => {
  if (!task.taskId.endsWith("#test")) return undefined;
  const file = join(root, task.directory, ".results", "vitest.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as TestReport) : undefined;
};

const checks = tasks.filter((task) => !task.taskId.endsWith("#build"));
const brokenBuilds = tasks.filter((task) => task.taskId.endsWith("#build") && !succeeded(task));
const counts = tally([...checks, ...brokenBuilds], reportOf);

for (const task of tasks.filter((each) => !succeeded(each)))
  process.stdout.write(`failed: ${task.taskId}\n`);
process.stdout.write(`${renderTally(counts)}\n`);
process.exitCode = status === 0 && counts.failed === 0 ? 0 : 1;
