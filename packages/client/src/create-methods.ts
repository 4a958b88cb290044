import { callOperation } from "./call-operation.ts";
import type { Result } from "./call-operation.ts";
import type { ClientParts, ClientState } from "./client-parts.ts";
import type { FlexClientOptions } from "./options.ts";
import { readClientOptions } from "./settings.ts";

/** The methods of a client before the generated types are put on. */
export type Methods<Value> = Record<string, (...given: readonly unknown[]) => Promise<Value>>;

/** Makes one method an operation, in a throwing and in a safe form. */
export function createMethods(
  parts: ClientParts,
  given: FlexClientOptions,
): Methods<unknown> & { readonly safe: Methods<Result> } {
  const client = createState(parts, given);
  const methods: Methods<unknown> = {};
  const safe: Methods<Result> = {};
  // The key is the method's name; the document may write the operationId otherwise.
  for (const [name, shape] of Object.entries(parts.requests.operations)) {
    // Their names stand in stacks: there a caller's frames begin.
    Object.assign(safe, {
      async [name](...values: readonly unknown[]) {
        return await callOperation(name, shape, client, values, true);
      },
    });
    Object.assign(methods, {
      async [name](...values: readonly unknown[]) {
        const result = await callOperation(name, shape, client, values);
        if (result.kind === "success") return result.data;
        throw result;
      },
    });
  }
  return Object.assign(methods, { safe }) as never;
}

/** Reads a client's options and puts it together. */
export function createState(parts: ClientParts, given: FlexClientOptions): ClientState {
  const { complete, createObserver, requests } = parts;
  const options = complete?.(given, requests.server) ?? given;
  return {
    ...parts,
    settings: readClientOptions(options, requests.server),
    observe: createObserver?.(options),
  };
}
