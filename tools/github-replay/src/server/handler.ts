import type { IncomingMessage, ServerResponse } from "node:http";
import type { Description } from "../description/description.ts";
import type { Route } from "../description/routes.ts";
import { endpoints } from "../endpoints/endpoints.ts";
import { isJsonObject } from "../json.ts";
import type { GithubState } from "../state/github-state.ts";
import type { Token } from "../state/model.ts";
import type { Violation } from "../violation.ts";
import type { Answer, Call } from "./answer.ts";
import { GithubRefusal } from "./answer.ts";
import { checkAccess } from "./check-access.ts";
import { checkAnswer } from "./check-answer.ts";
import { checkHeaders } from "./check-headers.ts";
import type { RequestProblem } from "./check-request.ts";
import { checkRequest } from "./check-request.ts";
import type { Fault, Interruptions } from "./faults.ts";
import { answerOf } from "./faults.ts";
import type { ReceivedRequest } from "./received-request.ts";
import { bearer, receive, withoutToken } from "./received-request.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import { send } from "./send.ts";

export interface HandlerOptions {
  readonly description: Description;
  readonly routes: readonly Route[];
  readonly state: GithubState;
  readonly tokens: ReadonlyMap<string, Token>;
  readonly interruptions: Interruptions;
  readonly signBlob: (artifact: number) => string;
  readonly report: (violation: Violation) => void;
  readonly record: (request: RecordedRequest) => void;
}

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
) => Promise<void>;

interface Meant {
  readonly route: Route;
  readonly captures: Readonly<Record<string, string>>;
}

/** Judges a request, lets the operation answer it, judges the answer, sends it. */
export function createHandler(options: HandlerOptions): Handler {
  const { routes, tokens, interruptions, state } = options;
  return async (incoming, response, url) => {
    const request = await receive(incoming, url);
    const meant = findRoute(routes, request);
    const operation = meant?.route.operation;
    const token = tokens.get(bearer(request) ?? "");
    if (operation !== undefined) interruptions.takeAct(operation)?.(state);
    const fault = operation === undefined ? undefined : interruptions.takeFault(operation);
    if (fault?.kind === "slow") await fault.until;
    const isDone = fault === undefined || fault.kind === "slow" || fault.kind === "lost-answer";
    const answer = isDone ? answerRequest(options, request, meant, token, url) : answerOf(fault);
    const sent = fault?.kind === "lost-answer" ? undefined : answer;
    options.record({
      method: request.method,
      path: request.target.pathname,
      query: Object.fromEntries(request.target.searchParams),
      headers: withoutToken(request.headers),
      body: request.body,
      operation,
      login: token?.account.login,
      status: sent?.status ?? 0,
    });
    if (sent === undefined) endWithoutAnswer(incoming, fault);
    else send(response, sent);
  };
}

/** A hanging request is left to its client, or to `close`. */
function endWithoutAnswer({ socket }: IncomingMessage, fault: Fault | undefined): void {
  if (fault?.kind !== "hang") socket.destroy();
}

function findRoute(
  routes: readonly Route[],
  { method, target }: ReceivedRequest,
): Meant | undefined {
  for (const route of routes) {
    if (route.method !== method.toLowerCase()) continue;
    const match = route.expression.exec(target.pathname);
    if (match === null) continue;
    const captures = Object.entries(match.groups ?? {}).map(
      ([name, value]) => [name, decodeURIComponent(value)] as const,
    );
    return { route, captures: Object.fromEntries(captures) };
  }
  return undefined;
}

function answerRequest(
  options: HandlerOptions,
  request: ReceivedRequest,
  meant: Meant | undefined,
  token: Token | undefined,
  url: string,
): Answer {
  const { description, state, report } = options;
  const name = meant?.route.operation ?? `${request.method} ${request.target.pathname}`;
  const tell = (problems: readonly RequestProblem[]): RequestProblem | undefined => {
    for (const { where, expected, received } of problems) {
      report({ operation: name, side: "request", where, expected, received });
    }
    return problems.find(({ status }) => status !== undefined);
  };
  const refusal = tell(checkHeaders(request, meant?.route.operation));
  if (meant === undefined) {
    const expected = "an operation of the description that is played here";
    tell([{ where: "path", expected, received: name }]);
    return refuse(new GithubRefusal(404, "Not Found"));
  }
  const { route, captures } = meant;
  const checked = checkRequest(description, route, request, captures);
  const wrong = refusal ?? tell(checked.problems);
  const call: Call = {
    state,
    url,
    token,
    text: (parameter) => {
      const found = checked.values.get(parameter);
      return typeof found === "string" ? found : undefined;
    },
    number: (parameter) => {
      const found = checked.values.get(parameter);
      return typeof found === "number" ? found : undefined;
    },
    body: isJsonObject(checked.body) ? checked.body : {},
    accept: request.headers["accept"] ?? "*/*",
    target: request.target,
    signBlob: options.signBlob,
  };
  const answer = playOrRefuse(() => {
    if (bearer(request) !== undefined && token === undefined) {
      throw new GithubRefusal(401, "Bad credentials");
    }
    checkRepository(call);
    checkAccess(route.operation, token, state, issueOf(call));
    if (wrong?.status !== undefined)
      throw new GithubRefusal(wrong.status, wrong.message ?? "Invalid request.");
    return endpoints[route.operation](call);
  });
  const judged = checkAnswer(description, route, answer);
  judged.violations.forEach(report);
  return judged.answer;
}

/** Another repository is one that nobody may see. */
function checkRepository({ text: read, state }: Call): void {
  const [owner, name] = [read("owner"), read("repo")];
  if (owner === undefined) return;
  if (`${owner}/${name ?? ""}`.toLowerCase() === state.repository.toLowerCase()) return;
  throw new GithubRefusal(404, "Not Found");
}

/** The issue or pull request that a request is about, by its number or by a comment on it. */
function issueOf({ number, state }: Call): number | undefined {
  const comment = number("comment_id");
  return (
    number("issue_number") ??
    (comment === undefined ? undefined : state.comments.get(comment)?.issue)
  );
}

function playOrRefuse(play: () => Answer): Answer {
  try {
    return play();
  } catch (error) {
    if (error instanceof GithubRefusal) return refuse(error);
    throw error;
  }
}

function refuse({ status, message, errors, headers }: GithubRefusal): Answer {
  return {
    status,
    headers,
    body: {
      message,
      ...(errors.length === 0 ? {} : { errors: errors.map((error) => ({ ...error })) }),
      documentation_url: "https://docs.github.com/rest",
      // The description has the status in every error but this one.
      ...(status === 422 ? {} : { status: String(status) }),
    },
  };
}
