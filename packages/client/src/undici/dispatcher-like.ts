/** What undici is asked to send. */
export interface DispatchRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** What is used of a `Dispatcher` of undici, 7 or 8: an agent, a pool, a proxy, a mock. */
export interface DispatcherLike {
  dispatch(request: DispatchRequest, handler: object): boolean;
}
