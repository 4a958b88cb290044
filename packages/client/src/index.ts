import { contract } from "@flex-channels/contract";
import { argumentValidators } from "@flex-channels/contract/arguments";
import { responseValidators } from "@flex-channels/contract/validators";
import type { FlexClient } from "./core.ts";
import { createMethods } from "./create-methods.ts";
import type { FlexClientOptions } from "./options.ts";

export * from "./core.ts";

/**
 * Creates a client. Answers are judged by the document: `validation` says what comes of a violation.
 *
 * @throws {ConfigurationError} for options or credentials that cannot work
 * @example const flex = createFlexClient({ accountSid, authToken });
 */
export function createFlexClient(options: FlexClientOptions = {}): FlexClient {
  return createMethods({ contract, argumentValidators, responseValidators }, options) as never;
}
