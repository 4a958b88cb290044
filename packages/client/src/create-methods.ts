import type { Contract } from "@flex-channels/contract";
import { callSite } from "./call-site.ts";
import { callOperation } from "./call-operation.ts";
import type { Result } from "./call-operation.ts";
import type { FlexClientOptions } from "./options.ts";
import type { Validators } from "./issue.ts";
import { readClientOptions } from "./settings.ts";

/** What a client is made of: the generated parts, or those of another document. */
export interface ContractParts {
  readonly contract: Contract;
  /** By the method's name and the parameter's. */
  readonly argumentValidators: Readonly<Record<string, Validators>>;
  /** By the method's name. Absent: bodies are not judged. */
  readonly responseValidators?: Readonly<Record<string, Validators>>;
}

/** The methods of a client before the generated types are put on. */
export type Methods<Value> = Record<string, (...given: readonly unknown[]) => Promise<Value>>;

/** Makes one method an operation, in a throwing and in a safe form. */
export function createMethods(
  { contract, argumentValidators, responseValidators }: ContractParts,
  options: FlexClientOptions,
): Methods<unknown> & { readonly safe: Methods<Result> } {
  const client = readClientOptions(options, contract);
  const warned = new Set<string>();
  const methods: Methods<unknown> = {};
  const safe: Methods<Result> = {};
  for (const [name, operation] of Object.entries(contract.operations)) {
    const method = {
      operation,
      client,
      argumentValidators: argumentValidators[name] ?? {},
      responseValidators: responseValidators?.[name],
      warned,
    };
    safe[name] = async function settle(...given) {
      return callOperation(method, given, callSite(settle));
    };
    methods[name] = async function call(...given) {
      const result = await callOperation(method, given, callSite(call));
      if (result.kind === "success") return result.data;
      throw result;
    };
  }
  return Object.assign(methods, { safe }) as never;
}
