import { contract } from "@flex-channels/contract";
import type { Client, SafeClient } from "@flex-channels/contract";
import type { ResponseMeta } from "./call-operation.ts";
import { createMethods } from "./create-methods.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { FlexClientOptions, RequestOptions } from "./options.ts";

/** The operations of the document as methods; `safe` has the same ones, which never throw. */
export interface FlexClient extends Client<RequestOptions> {
  readonly safe: SafeClient<RequestOptions, ResponseMeta, FlexError>;
}

/** As `createFlexClient` of the main entry, without the validators of answers. */
export function createFlexClient(options: FlexClientOptions = {}): FlexClient {
  return createMethods({ contract }, options) as never;
}
