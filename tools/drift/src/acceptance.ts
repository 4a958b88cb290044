import type { Finding } from "@flex-channels/contract-review";
import { stringify } from "yaml";

/** The entry that would accept a finding as it stands, for a person to complete and to paste. */
export function acceptanceOf({ ruleId, operations, instanceLocation, now }: Finding): string {
  const entry = {
    rule: ruleId,
    operation: operations[0] ?? "",
    ...(instanceLocation === "" ? {} : { at: instanceLocation }),
    ...(now === undefined ? {} : { theirs: now }),
    reason: "(why this is meant to stay)",
  };
  return stringify([entry], { lineWidth: 0 });
}
