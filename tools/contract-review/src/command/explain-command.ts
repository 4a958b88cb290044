import { explainRule, nearestRules } from "../report/explain.ts";
import { visibleText } from "../report/visible-text.ts";
import { type ExitStatus, exitStatus } from "./exit-status.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** `contract-review explain <rule>`. */
export function explainCommand(rule: string, terminal: Terminal): ExitStatus {
  const text = explainRule(rule);
  if (text === undefined) {
    throw new UsageError(`There is no rule "${visibleText(rule)}". ${nearestRules(rule)}`);
  }
  terminal.out(text);
  return exitStatus.passed;
}
