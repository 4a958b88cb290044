import { hash } from "node:crypto";
import type { Answer, Direction, PromiseKind, Witness } from "../compare/change.ts";
import type { JsonValue } from "../json/json-value.ts";
import type { Bump } from "./bump.ts";

/** Where a value stands: file, and line and column from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a change breaks or does not break, judged. Its published form is `findings.schema.json`. */
export interface Finding {
  /** `<direction>-<part>-<keyword>`, such as `request-query-required`. */
  readonly ruleId: string;
  readonly promise: PromiseKind;
  readonly answer: Answer;
  /** The release that the change needs; `none` where a waiver mutes it. */
  readonly bump: Bump;
  readonly direction: Direction;
  /** Which document describes the sender of the message. */
  readonly producer?: "base" | "head";
  /** Every operation that shows the one cause. Empty for the document as a whole. */
  readonly operations: readonly string[];
  readonly instanceLocation: string;
  readonly base?: SourcePosition;
  readonly head?: SourcePosition;
  readonly was?: JsonValue;
  readonly now?: JsonValue;
  readonly witness?: Witness;
  /** The keyword that stopped the proof, or where the operation went. */
  readonly note?: string;
  readonly reason: string;
  readonly dependsOnConvention: boolean;
  /** Hash of rule id, operation and instance location; never of prose or values. */
  readonly fingerprint: string;
  readonly waiver?: AppliedWaiver;
}

/** The waiver that mutes a finding, and what the finding would weigh without it. */
export interface AppliedWaiver {
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  readonly mutedBump: Bump;
}

export function fingerprint(ruleId: string, operation: string, instanceLocation: string): string {
  return hash("sha256", [ruleId, operation, instanceLocation].join("\n"), "hex").slice(0, 16);
}
