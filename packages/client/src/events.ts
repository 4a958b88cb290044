import type { Attempt } from "./attempt-record.ts";
import type { FlexError } from "./errors/flex-error.ts";

/** What every event of one call shares: the same object each time, to keep a span under. */
export interface CallInfo {
  readonly operationId: string;
  readonly method: string;
  /** Redacted. */
  readonly url: string;
}

/** A call begins. */
export interface StartEvent {
  readonly kind: "start";
  readonly call: CallInfo;
}

/** A request is about to be sent. */
export interface AttemptEvent {
  readonly kind: "attempt";
  readonly call: CallInfo;
  /** 1 for the first. */
  readonly number: number;
}

/** An attempt has ended, with an answer or without; `requestId` and `headers` are the answer's. */
export interface ResponseEvent {
  readonly kind: "response";
  readonly call: CallInfo;
  readonly number: number;
  readonly attempt: Attempt;
  readonly requestId?: string;
  /** As far as they are known to be harmless. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An attempt has failed and another follows. */
export interface RetryEvent {
  readonly kind: "retry";
  readonly call: CallInfo;
  /** The attempt that failed. */
  readonly number: number;
  readonly attempt: Attempt;
  readonly waitMs: number;
}

/** A call has succeeded. */
export interface EndEvent {
  readonly kind: "end";
  readonly call: CallInfo;
  readonly status: number;
  readonly attempts: readonly Attempt[];
  readonly elapsedMs: number;
  readonly requestId?: string;
}

/** A call has failed, for good. */
export interface ErrorEvent {
  readonly kind: "error";
  readonly call: CallInfo;
  readonly error: FlexError;
}

export type FlexEvent =
  StartEvent | AttemptEvent | ResponseEvent | RetryEvent | EndEvent | ErrorEvent;

/** Tells whoever listens what happens to a call. */
export type Tell = (kind: FlexEvent["kind"], details: object) => void;

/** Called with what happens to a call. A hook that throws or rejects changes nothing but a warning. */
export interface Hooks {
  /** A request is about to be sent; once an attempt. */
  readonly onRequest?: ((event: AttemptEvent) => void) | undefined;
  /** An attempt has ended. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Another attempt follows. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  /** A call has failed, of whatever kind. */
  readonly onError?: ((event: ErrorEvent) => void) | undefined;
}
