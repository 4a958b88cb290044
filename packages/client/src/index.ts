import {
  announcements,
  details,
  environment,
  events,
  retryDates,
  validation,
} from "./behaviours.ts";
import { createFlexClient as createCoreClient } from "./core.ts";
import type { FlexClient } from "./exports.ts";
import type { FlexClientOptions } from "./options.ts";

export * from "@flex-channels/contract/guards";
export * from "./exports.ts";

/**
 * Creates a client that does all that this package can. Answers are judged by the document:
 * `validation` says what comes of a violation.
 *
 * @throws {ConfigurationError} for options or credentials that cannot work
 * @example const flex = createFlexClient({ accountSid, authToken });
 */
export function createFlexClient(options: FlexClientOptions = {}): FlexClient {
  const behaviours = [announcements, details, environment, events, retryDates, validation];
  return createCoreClient({ ...options, behaviours });
}
