import type { Contract } from "@flex-channels/contract";

/**
 * The contract with every operation called by its key, which is also the name of the client's
 * method and the key of its examples; the document's `operationId` may be written otherwise
 * (`FetchChannel`).
 */
export function namedContract(contract: Contract): Contract {
  const operations = Object.entries(contract.operations).map(
    ([name, operation]) => [name, { ...operation, operationId: name }] as const,
  );
  return { ...contract, operations: Object.fromEntries(operations) };
}
