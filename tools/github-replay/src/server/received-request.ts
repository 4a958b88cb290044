/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
