import type { JsonValue } from "../json/json-value.ts";

/** `wire`: what crosses the network. `source`: what a consumer of the generated client compiled. */
export type PromiseKind = "wire" | "source";

/**
 * `compatible` is a proof, `breaking` has a witness, `undecided` names the keyword that stopped the
 * proof.
 */
export type Answer = "compatible" | "breaking" | "undecided";

/** The message a change is about; `document` is what no message shows. */
export type Direction = "request" | "response" | "document";

/** What a change is to the policy table. */
export type ChangeKind =
  | "message-refused"
  | "message-undecided"
  | "message-tolerated"
  | "operation-added"
  | "operation-removed"
  | "operation-retired"
  | "member-retired"
  | "parameter-ignored"
  | "default-changed"
  | "deprecated"
  | "deprecation-withdrawn"
  | "sunset-too-soon"
  | "name-changed"
  | "source-refused"
  | "source-narrowed"
  | "source-undecided"
  | "documentation";

/** What proves a change to be breaking. */
export type Witness =
  | {
      readonly kind: "request";
      readonly method: string;
      /** Path template of the sender's document, or the name of the webhook. */
      readonly path: string;
      /** `{ path, query, header, cookie, body }`; the body under its media type. */
      readonly message: JsonValue;
      /** Credentials that the sender relies on. */
      readonly credentials?: readonly string[];
      /** Address that the sender relies on. */
      readonly server?: string;
      /** JSON Pointer of the offending value within `message`. */
      readonly at?: string;
    }
  | {
      readonly kind: "response";
      readonly status: number;
      /** `{ header, body }`; the body under its media type. */
      readonly message: JsonValue;
      readonly at?: string;
    }
  | { readonly kind: "compiler"; readonly code: string; readonly error: string };

/** One effect of the edit, before the policy says what it weighs. */
export interface Change {
  readonly kind: ChangeKind;
  readonly direction: Direction;
  /** Second word of the rule id: `query`, `body`, `status`, `security` … */
  readonly part: string;
  /** Last word of the rule id: a JSON Schema keyword, or what takes its place. */
  readonly keyword: string;
  /** Names of the operations that show it, in the order of the base. */
  readonly operations: readonly string[];
  /** JSON Pointer into the message, with `*` for any item. */
  readonly instanceLocation: string;
  /** Which document describes the sender of the message. */
  readonly producer?: "base" | "head";
  readonly basePointer?: string;
  readonly headPointer?: string;
  readonly was?: JsonValue;
  readonly now?: JsonValue;
  readonly witness?: Witness;
  /** The keyword that stopped the proof, or another sentence the reader needs. */
  readonly note?: string;
  /** True where a literal reading of the schemas would answer otherwise. */
  readonly dependsOnConvention: boolean;
}
