import { createContext, Script } from "node:vm";

/**
 * Runs work that may never end, such as a regular expression that backtracks without end, and
 * stops it in time. The engine can interrupt an expression, but only a script that was started
 * with a timeout; nothing of the document is executed here.
 */
export function runWithin(timeoutMs: number, work: () => void): "done" | "timeout" {
  const context = createContext({ work });
  try {
    script.runInContext(context, { timeout: Math.max(1, Math.ceil(timeoutMs)) });
    return "done";
  } catch (error) {
    if (isTimeout(error)) return "timeout";
    throw error;
  }
}

const script = new Script("work()");

function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}
