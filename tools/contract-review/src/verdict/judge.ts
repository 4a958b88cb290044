import type { OpenApiDocument } from "@flex-channels/document";
import type { Change } from "../compare/change.ts";
import type { Bump } from "./bump.ts";
import type { Config } from "./config.ts";
import { type Finding, type SourcePosition, fingerprint } from "./finding.ts";
import { policyTable } from "./policy-table.ts";

/** The two documents that a change lies between. */
export interface Judged {
  readonly base: OpenApiDocument;
  readonly head: OpenApiDocument;
}

/** Weighs changes by the policy table and the team's levels, the heaviest first. */
export function judge(
  changes: readonly Change[],
  documents: Judged,
  config: Pick<Config, "levels">,
): readonly Finding[] {
  const seen = new Map<string, number>();
  const findings = changes.map((change) => judgeOne(change, documents, config, seen));
  const weight: Readonly<Record<Bump, number>> = { major: 0, minor: 1, patch: 2, none: 3 };
  return findings.toSorted((left, right) => weight[left.bump] - weight[right.bump]);
}

function judgeOne(
  change: Change,
  { base, head }: Judged,
  { levels }: Pick<Config, "levels">,
  seen: Map<string, number>,
): Finding {
  const { kind, direction, part, keyword, basePointer, headPointer, ...rest } = change;
  const ruleId = `${direction}-${part}-${safeKeyword(keyword)}`;
  const policy = policyTable[kind];
  const level = levels[ruleId] ?? levels[kind];
  const operation = change.operations[0] ?? "";
  const print = fingerprint(ruleId, operation, change.instanceLocation);
  const count = (seen.get(print) ?? 0) + 1;
  seen.set(print, count);
  return {
    ruleId,
    promise: policy.promise,
    answer: policy.answer,
    bump: level?.bump ?? policy.bump,
    direction,
    ...(rest.producer === undefined ? {} : { producer: rest.producer }),
    operations: rest.operations,
    instanceLocation: rest.instanceLocation,
    ...(basePointer === undefined ? {} : { base: positionOf(base, basePointer) }),
    ...(headPointer === undefined ? {} : { head: positionOf(head, headPointer) }),
    ...(rest.was === undefined ? {} : { was: rest.was }),
    ...(rest.now === undefined ? {} : { now: rest.now }),
    ...(rest.witness === undefined ? {} : { witness: rest.witness }),
    ...(rest.note === undefined ? {} : { note: rest.note }),
    reason: level?.reason ?? policy.reason,
    dependsOnConvention: rest.dependsOnConvention,
    // Two causes of one rule at one place, such as two branches of a `oneOf`, are two findings.
    fingerprint:
      count === 1
        ? print
        : fingerprint(ruleId, operation, `${change.instanceLocation}#${String(count)}`),
  };
}

/** A rule id stands in reports as it is, and the name of an extension is what its author made it. */
function safeKeyword(keyword: string): string {
  return /^[A-Za-z$][A-Za-z0-9$-]{0,60}$/.test(keyword) ? keyword : "extension";
}

function positionOf(document: OpenApiDocument, pointer: string): SourcePosition {
  const { file, start } = document.locate(pointer, "key");
  return { file, line: start.line, column: start.column };
}
