import type { Contract } from "@flex-channels/contract";
import { callOperation, successOf } from "./call-operation.ts";
import type { Result } from "./call-operation.ts";
import type { Validators } from "./issue.ts";
import type { FlexClientOptions } from "./options.ts";
import { planOperation } from "./plan-operation.ts";
import { readClientOptions } from "./settings.ts";

/** What a client is made of: the generated parts, or those of another document. */
export interface ContractParts {
  readonly contract: Contract;
  /** By the method's name and the parameter's. */
  readonly argumentValidators: Readonly<Record<string, Validators>>;
  /** By the method's name and the status. Absent: bodies are not judged. */
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
  const methods: Methods<unknown> = {};
  const safe: Methods<Result> = {};
  // The key is the method's name; the document may write the operationId otherwise.
  for (const [name, operation] of Object.entries(contract.operations)) {
    const plan = planOperation(operation, argumentValidators[name], responseValidators?.[name]);
    // Their names stand in stacks: there a caller's frames begin.
    Object.assign(safe, {
      async [name](...given: readonly unknown[]) {
        const ended = await callOperation(plan, client, given);
        return "call" in ended ? successOf(ended) : ended;
      },
    });
    Object.assign(methods, {
      async [name](...given: readonly unknown[]) {
        const ended = await callOperation(plan, client, given);
        if ("call" in ended) return ended.data;
        throw ended;
      },
    });
  }
  return Object.assign(methods, { safe }) as never;
}
