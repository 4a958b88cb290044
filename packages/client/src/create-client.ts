import type { Contract } from "@flex-channels/contract";
import { callOperation } from "./call-operation.ts";
import type { Result } from "./call-operation.ts";
import { readClientOptions } from "./settings.ts";
import type { FlexClientOptions } from "./options.ts";
import type { BodyValidator } from "./read-answer.ts";

/** What a client is made of: the generated parts, or those of another document. */
export interface ContractParts {
  readonly contract: Contract;
  /** By operation id and status. Absent: bodies are not judged. */
  readonly responseValidators?: Readonly<Record<string, Readonly<Record<string, BodyValidator>>>>;
}

/** The methods of a client, without the generated types. */
export type Methods<Value> = Record<string, (...given: readonly unknown[]) => Promise<Value>>;

/** A client of any contract: one method an operation, throwing and safe. */
export interface UntypedClient {
  readonly methods: Methods<unknown>;
  readonly safe: Methods<Result>;
}

/** Builds the methods of a client from the operation table. */
export function createMethods(parts: ContractParts, options: FlexClientOptions): UntypedClient {
  const client = readClientOptions(options, parts.contract);
  const warned = new Set<string>();
  const methods: Methods<unknown> = {};
  const safe: Methods<Result> = {};
  for (const operation of Object.values(parts.contract.operations)) {
    const run = async (method: unknown, given: readonly unknown[]): Promise<Result> =>
      callOperation({
        operation,
        contract: parts.contract,
        client,
        validators: parts.responseValidators?.[operation.operationId],
        warned,
        given,
        site: callSite(method),
      });
    const name = operation.operationId;
    const throwing = (...given: readonly unknown[]): Promise<unknown> =>
      run(throwing, given).then((result) => {
        if (result.kind === "success") return result.data;
        throw result;
      });
    const settled = (...given: readonly unknown[]): Promise<Result> => run(settled, given);
    methods[name] = throwing;
    safe[name] = settled;
  }
  return { methods, safe };
}

/** Where the caller stands, taken before anything is awaited: only then its frames are there. */
function callSite(method: unknown): { readonly stack?: string } {
  const site: { stack?: string } = {};
  const { captureStackTrace } = Error as {
    captureStackTrace?(target: object, above: unknown): void;
  };
  if (captureStackTrace) captureStackTrace(site, method);
  else site.stack = new Error("call").stack ?? "";
  return site;
}
