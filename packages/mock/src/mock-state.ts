import type { Contract } from "@flex-channels/contract";
import { documentsStatus, findExample, successStatus } from "./find-example.ts";
import { MockError } from "./mock-error.ts";
import type { Examples, Mock, Seed } from "./mock-options.ts";
import type { RecordedRequest } from "./recorded-request.ts";

/** What a mock remembers from one request to the next. */
export interface MockState {
  /** The bodies that an operation can find. */
  readonly bodies: (operationId: string) => readonly unknown[];
  /** Takes the next planned status of an operation. */
  readonly nextStatus: (operationId: string) => number | undefined;
  /** The number of this request, the first being 1. */
  readonly countRequest: () => number;
  readonly record: (request: RecordedRequest) => void;
  /** What of it the mock's user sees and changes. */
  readonly controls: Pick<Mock, "answerNext" | "requests" | "reset" | "seed">;
}

/** A mock that serves a load test must not grow with it. */
const maxRequests = 10_000;

export function createMockState(contract: Contract, examples: Examples, initial: Seed): MockState {
  let bodies = new Map<string, readonly unknown[]>();
  let planned = new Map<string, readonly number[]>();
  const requests: RecordedRequest[] = [];
  let requestNumber = 0;

  function seed(seeds: Seed): void {
    for (const operationId of Object.keys(seeds)) requireOperation(contract, operationId);
    for (const [operationId, added] of Object.entries(seeds)) {
      bodies.set(operationId, [...(bodies.get(operationId) ?? []), ...structuredClone(added)]);
    }
  }

  function answerNext(operationId: string, ...statuses: readonly number[]): void {
    const operation = requireOperation(contract, operationId);
    const unknown = statuses.find((status) => !documentsStatus(operation, status));
    if (unknown !== undefined) {
      throw new MockError(
        "unknown-status",
        `${operationId} documents no status ${unknown}. ` +
          `Documented: ${Object.keys(operation.responses).join(", ")}. ` +
          "For any other, wrap the mock with faults from @flex-channels/mock/testing.",
      );
    }
    planned.set(operationId, [...(planned.get(operationId) ?? []), ...statuses]);
  }

  function reset(): void {
    bodies = new Map();
    planned = new Map();
    requests.length = 0;
    requestNumber = 0;
    seed(initial);
  }

  reset();
  return {
    bodies: (operationId) =>
      bodies.get(operationId) ?? exampleBodies(contract, examples, operationId),
    nextStatus: (operationId) => {
      const [next, ...rest] = planned.get(operationId) ?? [];
      planned.set(operationId, rest);
      return next;
    },
    countRequest: () => (requestNumber += 1),
    record: (request) => {
      requests.push(request);
      if (requests.length > maxRequests) requests.shift();
    },
    controls: { answerNext, requests, reset, seed },
  };
}

function exampleBodies(
  contract: Contract,
  examples: Examples,
  operationId: string,
): readonly unknown[] {
  const operation = requireOperation(contract, operationId);
  return [findExample(examples, operationId, successStatus(operation))?.body];
}

function requireOperation(contract: Contract, operationId: string): Contract["operations"][string] {
  const operation = contract.operations[operationId];
  if (operation !== undefined) return operation;
  throw new MockError(
    "unknown-operation",
    `The contract has no operation ${JSON.stringify(operationId)}. ` +
      `It has: ${Object.keys(contract.operations).join(", ")}.`,
  );
}
