import { argumentChecks } from "@flex-channels/contract/arguments";
import { arePlain, requests } from "@flex-channels/contract/requests";
import type { Behaviour } from "./behaviours.ts";
import { pathBuilder } from "./build-request.ts";
import type { ClientParts } from "./client-parts.ts";
import { createMethods } from "./create-methods.ts";
import type { FlexClient } from "./exports.ts";
import { anyBuilder } from "./openapi-fetch.ts";
import type { FlexClientOptions as MainOptions } from "./options.ts";
import { refuseOption } from "./refuse.ts";

export {
  announcements,
  details,
  environment,
  events,
  retryDates,
  validation,
} from "./behaviours.ts";
export type { Behaviour } from "./behaviours.ts";
export * from "./exports.ts";

/** Options of a client that is put together by hand. */
export interface FlexClientOptions extends MainOptions {
  /** What the client does beyond the necessary. @default none */
  readonly behaviours?: readonly Behaviour[] | undefined;
}

/**
 * Creates a client that does what is necessary and what `behaviours` adds; what is not added stays
 * out of a bundle.
 *
 * @throws {ConfigurationError} for options or credentials that cannot work
 * @example const flex = createFlexClient({ accountSid, authToken, behaviours: [details] });
 */
export function createFlexClient(given: FlexClientOptions = {}): FlexClient {
  const options = Object(given) as FlexClientOptions;
  if (!Array.isArray(options.behaviours ?? [])) {
    refuseOption("behaviours", "an array", options.behaviours);
  }
  const base = { requests, argumentChecks, builder: arePlain ? pathBuilder : anyBuilder };
  const parts: ClientParts = Object.assign(base, ...(options.behaviours ?? []));
  // Options that mean nothing without the part that takes them are refused, not ignored.
  const refuseWithout = (part: unknown, ...names: readonly (keyof MainOptions)[]): void => {
    for (const name of names) {
      const value: unknown = options[name];
      if (!part && value !== undefined && value !== "off") {
        refuseOption(name, "the behaviour that takes it", value);
      }
    }
  };
  refuseWithout(parts.responseChecks, "validation");
  refuseWithout(parts.complete, "region", "edge");
  refuseWithout(parts.createObserver, "onRequest", "onResponse", "onRetry", "onError");
  return createMethods(parts, options) as never;
}
