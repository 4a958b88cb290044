import type { OperationId } from "../operations.ts";
import type { GithubState } from "../state/github-state.ts";
import type { Answer } from "./answer.ts";

/** What goes wrong. */
export type Fault =
  /** Too much in too short a time; GitHub sends 403 or 429. */
  | {
      readonly kind: "secondary-rate-limit";
      /** @default 403 */
      readonly status?: 403 | 429;
      /** Nothing: GitHub does not say how long. */
      readonly retryAfterSeconds?: number;
    }
  /** The hour's requests are used up. */
  | { readonly kind: "primary-rate-limit"; readonly resetsAtSeconds: number }
  /** A status without a body of the API, as a load balancer answers. */
  | { readonly kind: "status"; readonly status: 500 | 502 | 503 | 504 }
  /** Done, but the answer is lost: the connection ends. */
  | { readonly kind: "lost-answer" }
  /** The connection ends before anything is done. */
  | { readonly kind: "lost-request" }
  /** Done and answered, but not before something else has happened. */
  | { readonly kind: "slow"; readonly until: Promise<unknown> }
  /** No answer until the client leaves or the server closes. */
  | { readonly kind: "hang" };

/** Faults and interruptions in waiting, by operation. */
export interface Interruptions {
  readonly fail: (operation: OperationId, fault: Fault, times: number) => void;
  readonly before: (operation: OperationId, act: (state: GithubState) => void) => void;
  /** The next fault of an operation; taken is gone. */
  readonly takeFault: (operation: OperationId) => Fault | undefined;
  readonly takeAct: (operation: OperationId) => ((state: GithubState) => void) | undefined;
  /** What nobody ran into. */
  readonly left: () => readonly string[];
}

export function createInterruptions(): Interruptions {
  const faults: (readonly [OperationId, Fault])[] = [];
  const acts: (readonly [OperationId, (state: GithubState) => void])[] = [];
  const take = <Item>(list: (readonly [OperationId, Item])[], operation: OperationId) => {
    const index = list.findIndex(([of]) => of === operation);
    return index === -1 ? undefined : list.splice(index, 1)[0]?.[1];
  };
  return {
    fail: (operation, fault, times) => {
      for (let count = 0; count < times; count += 1) faults.push([operation, fault]);
    },
    before: (operation, act) => void acts.push([operation, act]),
    takeFault: (operation) => take(faults, operation),
    takeAct: (operation) => take(acts, operation),
    left: () => [
      ...faults.map(([operation, { kind }]) => `${kind} of ${operation}`),
      ...acts.map(([operation]) => `what happens before ${operation}`),
    ],
  };
}

/** What a fault answers with; nothing where the operation answers, or nobody does. */
export function answerOf(fault: Fault): Answer | undefined {
  switch (fault.kind) {
    case "secondary-rate-limit":
      return {
        status: fault.status ?? 403,
        body: {
          message:
            "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
          documentation_url:
            "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits",
        },
        headers:
          fault.retryAfterSeconds === undefined
            ? {}
            : { "retry-after": String(fault.retryAfterSeconds) },
      };
    case "primary-rate-limit":
      return {
        status: 403,
        body: {
          message: "API rate limit exceeded for installation.",
          documentation_url: "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api",
        },
        headers: {
          "x-ratelimit-remaining": "0",
          "x-ratelimit-reset": String(fault.resetsAtSeconds),
        },
      };
    case "status":
      return {
        status: fault.status,
        text: {
          mediaType: "text/html; charset=utf-8",
          content: "<html><body>Unicorn!</body></html>",
        },
      };
    case "slow":
    case "lost-answer":
    case "lost-request":
    case "hang":
      return undefined;
  }
}
