import { argumentChecks } from "@flex-channels/contract/arguments";
import { arePlain, requests } from "@flex-channels/contract/requests";
import { responseChecks } from "@flex-channels/contract/validators";
import { announce } from "./announce.ts";
import { serializePath } from "./build-request.ts";
import type { FlexClient } from "./core.ts";
import { createMethods } from "./create-methods.ts";
import { createObserver } from "./create-observer.ts";
import { completeOptions } from "./environment.ts";
import { serializeRequest } from "./openapi-fetch.ts";
import type { FlexClientOptions } from "./options.ts";

export * from "./core.ts";

/**
 * Creates a client. Answers are judged by the document: `validation` says what comes of a violation.
 *
 * @throws {ConfigurationError} for options or credentials that cannot work
 * @example const flex = createFlexClient({ accountSid, authToken });
 */
export function createFlexClient(options: FlexClientOptions = {}): FlexClient {
  return createMethods(
    {
      requests,
      argumentChecks,
      responseChecks,
      serialize: arePlain ? serializePath : serializeRequest,
      complete: completeOptions,
      createObserver,
      heed: announce,
    },
    options,
  ) as never;
}
