import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { read } from "./run.ts";

/** What a command of changesets writes to a file of its own; it takes paths from the root only. */
export function askChangesets(root: string, command: "status" | "publish-plan"): unknown {
  const folder = mkdtempSync(join(tmpdir(), "changesets-"));
  try {
    const file = join(folder, "plan.json");
    read("changeset", [command, `--output=${relative(root, file)}`], { cwd: root });
    return JSON.parse(readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
