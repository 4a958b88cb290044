import type { FetchInit, FetchLike, ResponseLike } from "../transport.ts";
import type { DispatcherLike, DispatchRequest } from "./dispatcher-like.ts";
import { LegacyExchange } from "./legacy-exchange.ts";

/**
 * A `fetch` that hands requests to a dispatcher of undici and makes no object of the web's. It
 * announces the content codings that Node's own announces, and takes them off.
 */
export function fetchThrough(dispatcher: () => DispatcherLike): FetchLike {
  return (url, init) =>
    new Promise<ResponseLike>((resolve, reject) => {
      const exchange = new LegacyExchange(init, resolve, reject);
      dispatcher().dispatch(requestOf(url, init), exchange);
    });
}

function requestOf(url: string, { method, headers, body }: FetchInit): DispatchRequest {
  const { origin, protocol, pathname, search } = new URL(url);
  // Over plain http an intermediary may know no Brotli.
  const codings = protocol === "https:" ? "br, gzip, deflate" : "gzip, deflate";
  const request = {
    origin,
    path: pathname + search,
    method,
    headers: { "accept-encoding": codings, ...headers },
  };
  return body === undefined ? request : { ...request, body };
}
