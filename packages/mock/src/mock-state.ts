import type { Contract, Operation } from "@flex-channels/contract";
import { documentsStatus, findExample, successStatus } from "./find-example.ts";
import { MockError } from "./mock-error.ts";
import type { Examples, Mock, Seed } from "./mock-options.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import { createSeedFinder } from "./seed-finder.ts";
import type { SeedFinder } from "./seed-finder.ts";

type Found = ReturnType<SeedFinder>;

/** What a mock remembers from one request to the next. */
export interface MockState {
  /** What an operation finds for these path parameters. */
  readonly find: (operationId: string, path: Readonly<Record<string, string>>) => Found;
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
  let finders = new Map<string, readonly SeedFinder[]>();
  let planned = new Map<string, readonly number[]>();
  const exampleFinders = new Map(
    Object.values(contract.operations).map((operation) => [
      operation.operationId,
      [exampleFinder(operation, examples)],
    ]),
  );
  const requests: RecordedRequest[] = [];
  let requestNumber = 0;

  function seed(seeds: Seed): void {
    for (const operationId of Object.keys(seeds)) requireOperation(contract, operationId);
    for (const [operationId, source] of Object.entries(seeds)) {
      const earlier = finders.get(operationId) ?? [];
      finders.set(operationId, [...earlier, createSeedFinder(source)]);
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
    finders = new Map();
    planned = new Map();
    requests.length = 0;
    requestNumber = 0;
    seed(initial);
  }

  reset();
  return {
    find: (operationId, path) => {
      const seeded = finders.get(operationId) ?? exampleFinders.get(operationId) ?? [];
      for (const finder of seeded) {
        const found = finder(path);
        if (found !== undefined) return found;
      }
      return undefined;
    },
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

function exampleFinder(operation: Operation, examples: Examples): SeedFinder {
  const example = findExample(examples, operation.operationId, successStatus(operation));
  return createSeedFinder([example?.body]);
}

function requireOperation(contract: Contract, operationId: string): Operation {
  const operation = contract.operations[operationId];
  if (operation !== undefined) return operation;
  throw new MockError(
    "unknown-operation",
    `The contract has no operation ${JSON.stringify(operationId)}. ` +
      `It has: ${Object.keys(contract.operations).join(", ")}.`,
  );
}
