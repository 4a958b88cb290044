/** What is used of undici's controller of one request. */
export interface Controller {
  /** Ends the request and its connection. */
  abort(reason: Error): void;
  pause(): void;
  resume(): void;
}
