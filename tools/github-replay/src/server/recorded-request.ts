import type { OperationId } from "../operations.ts";

/** A request that came in, and how it was answered. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case; without the token. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent. */
  readonly body: string;
  /** Nothing where no operation is meant. */
  readonly operation: OperationId | undefined;
  /** Whose token it carried. */
  readonly login: string | undefined;
  /** 0 where the connection ended without an answer. */
  readonly status: number;
}
