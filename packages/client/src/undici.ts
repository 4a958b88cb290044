import { getGlobalDispatcher } from "undici";
import * as main from "./index.ts";
import type { FlexClient } from "./exports.ts";
import type { FlexClientOptions as MainOptions } from "./options.ts";
import { refuseOption } from "./refuse.ts";
import type { DispatcherLike } from "./undici/dispatcher-like.ts";
import { fetchThrough } from "./undici/fetch-through.ts";

export * from "@flex-channels/contract/guards";
export * from "./exports.ts";
export type { DispatcherLike } from "./undici/dispatcher-like.ts";

/** Options of a client on undici: those of any client, and where its requests go through. */
export interface FlexClientOptions extends MainOptions {
  /**
   * An agent, pool, proxy or mock of undici. A `fetch`, of the client or of a call, goes before it.
   * @default undici's global dispatcher, read at call time
   */
  readonly dispatcher?: DispatcherLike | undefined;
}

/**
 * Creates a client whose requests go to a dispatcher of undici, past `fetch`. For Node, beside an
 * installed undici; everything else is as with the main entry.
 *
 * @throws {ConfigurationError} for options or credentials that cannot work
 * @example const flex = createFlexClient({ dispatcher: new ProxyAgent("http://proxy.example:3128") });
 */
export function createFlexClient(given: FlexClientOptions = {}): FlexClient {
  const { dispatcher, ...options } = Object(given) as FlexClientOptions;
  if (dispatcher !== undefined && typeof dispatcher?.dispatch !== "function") {
    refuseOption("dispatcher", "a dispatcher of undici", dispatcher);
  }
  const fetch = fetchThrough(() => dispatcher ?? getGlobalDispatcher());
  return main.createFlexClient({ ...options, fetch: options.fetch ?? fetch });
}
