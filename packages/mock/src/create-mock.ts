import { contract as defaultContract } from "@flex-channels/contract";
import type { Operation } from "@flex-channels/contract";
import { examples as defaultExamples } from "@flex-channels/contract/examples";
import { errorAnswer, exampleAnswer, toResponse } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { authenticate } from "./authenticate.ts";
import { checkArguments } from "./check-arguments.ts";
import { corsHeaders, preflightHeaders } from "./cors.ts";
import { findExample, successStatus } from "./find-example.ts";
import type { Mock, MockOptions } from "./mock-options.ts";
import { createMockState } from "./mock-state.ts";
import { namedContract } from "./named-contract.ts";
import { recordRequest } from "./recorded-request.ts";
import { createRouter } from "./route.ts";
import type { Route } from "./route.ts";

/**
 * Emulates the service that a contract describes, as a function from request to response: a
 * client's `fetch`, an MSW resolver, or with `serve` a server.
 *
 * It routes by method and path, checks credentials and arguments as the contract says, answers
 * with seeds and documented examples, and keeps nothing that a request writes.
 *
 * @throws {MockError} for a seed whose operation is not in the contract
 */
export function createMock(options: MockOptions = {}): Mock {
  const { examples = defaultExamples } = options;
  const contract = namedContract(options.contract ?? defaultContract);
  const { credentials, requestId = defaultRequestId } = options;
  const route = createRouter(contract);
  const state = createMockState(contract, examples, options.seed ?? {});

  async function answer(request: Request, url: URL, found: Route): Promise<Answer> {
    switch (found.kind) {
      case "unknown-path":
        return errorAnswer(404);
      case "method-not-allowed":
        return errorAnswer(405, { headers: new Map([["allow", found.methods.join(", ")]]) });
      case "preflight":
        return { status: 204, headers: preflightHeaders(found, examples, request.headers) };
      case "found":
        return answerOperation(request, url, found);
      default:
        return found satisfies never;
    }
  }

  async function answerOperation(
    request: Request,
    url: URL,
    { operation, path }: Extract<Route, { kind: "found" }>,
  ): Promise<Answer> {
    const cors = corsHeaders(operation, examples);
    const fail = (status: number): Answer => documented(operation, status, cors);

    const identity = authenticate({
      contract,
      operation,
      headers: request.headers,
      url,
      credentials,
    });
    if (identity.kind === "unauthenticated") {
      const refused = fail(401);
      const challenge = ["www-authenticate", identity.challenges.join(", ")] as const;
      return { ...refused, headers: new Map([challenge, ...refused.headers]) };
    }

    const check = await checkArguments(operation, request, { path, url, headers: request.headers });
    if (check.kind === "no-such-resource") return fail(404);
    if (check.kind === "invalid") {
      return errorAnswer(check.status, { message: check.message, headers: cors });
    }

    const planned = state.nextStatus(operation.operationId);
    if (planned !== undefined && planned >= 400) return fail(planned);
    const seed = state.find(operation.operationId, path);
    if (seed === undefined) return fail(404);
    const success = documented(operation, planned ?? successStatus(operation), cors);
    return { ...success, body: seed.body };
  }

  function documented(
    operation: Operation,
    status: number,
    headers: ReadonlyMap<string, string>,
  ): Answer {
    const example = findExample(examples, operation.operationId, status);
    if (status >= 400) return errorAnswer(status, { example, headers });
    return example === undefined ? { status, headers } : exampleAnswer(status, example, headers);
  }

  const mock = async (input: Request | URL | string, init?: RequestInit): Promise<Response> => {
    const request = toRequest(input, init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const found = route(request.method, url.pathname);
    const id = requestId(state.countRequest());
    const answered = await answer(request, url, found);
    request.signal.throwIfAborted();
    const { operation, path } = found.kind === "found" ? found : { operation: undefined, path: {} };
    const { status } = answered;
    state.record(recordRequest({ request, url, operation, path, status, requestId: id }));
    return toResponse(answered, request.method, id);
  };
  return Object.assign(mock, state.controls);
}

function defaultRequestId(requestNumber: number): string {
  return `RQ${requestNumber.toString(16).padStart(32, "0")}`;
}

/** A server's or an interceptor's request is used as it is: it may be no instance of `Request`. */
function toRequest(input: Request | URL | string, init: RequestInit | undefined): Request {
  const isRequest = typeof input === "object" && "headers" in input;
  return isRequest && init === undefined ? input : new Request(input, init);
}
