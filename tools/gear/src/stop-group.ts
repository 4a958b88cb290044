import type { ChildProcess } from "node:child_process";

/** Ends a process that leads its group, and with it whatever it started. */
export function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The group is gone already: nothing is left to end.
  }
}
