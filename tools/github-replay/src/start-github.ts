import type { IncomingMessage, ServerResponse } from "node:http";
import { loadDescription } from "./description/description.ts";
import { listRoutes } from "./description/routes.ts";
import type { Payloads } from "./events/payloads.ts";
import { createPayloads } from "./events/payloads.ts";
import type { Access, OperationId, Permission } from "./operations.ts";
import { createHandler } from "./server/handler.ts";
import type { Fault } from "./server/faults.ts";
import { createInterruptions } from "./server/faults.ts";
import { listen } from "./server/listen.ts";
import type { RecordedRequest } from "./server/recorded-request.ts";
import { serveBlobs } from "./server/serve-blobs.ts";
import type { GithubState } from "./state/github-state.ts";
import type { StateOptions } from "./state/new.ts";
import { createState } from "./state/github-state.ts";
import type { Token } from "./state/model.ts";
import type { Violation } from "./violation.ts";
import { GithubViolationError } from "./violation.ts";

export interface TokenOptions {
  /** @default "github-actions[bot]" */
  readonly login?: string;
  /** What a workflow's `permissions` would say. */
  readonly permissions: Readonly<Partial<Record<Permission, Access>>>;
}

export interface GithubOptions extends StateOptions {
  /** By the token itself. Any other token is refused. */
  readonly tokens?: Readonly<Record<string, TokenOptions>>;
}

/** A GitHub of one repository, until it is closed. */
export interface Github extends AsyncDisposable {
  /** `GITHUB_API_URL`: without a slash at its end. */
  readonly url: string;
  readonly state: GithubState;
  /** Every request that came in, in order. */
  readonly requests: readonly RecordedRequest[];
  readonly violations: readonly Violation[];
  /** Payloads of events, out of the state. */
  readonly events: Payloads;
  /** The next requests of an operation fail. @default times 1 */
  readonly fail: (operation: OperationId, fault: Fault, times?: number) => void;
  /** Something happens before the next request of an operation is judged. */
  readonly before: (operation: OperationId, act: (state: GithubState) => void) => void;
  /** Faults and acts that no request ran into. */
  readonly left: () => readonly string[];
  /**
   * @throws {GithubViolationError} where a request or an answer broke the description.
   */
  readonly assertClean: () => void;
  /**
   * Stops the server.
   *
   * @throws {GithubViolationError} as `assertClean` does.
   */
  readonly close: () => Promise<void>;
}

/** Starts a server on loopback that plays GitHub's REST API for one repository. */
export async function startGithub(options: GithubOptions): Promise<Github> {
  const description = loadDescription();
  const state = createState(options);
  const tokens = new Map(
    Object.entries(options.tokens ?? {}).map(([token, { login, permissions }]) => {
      const account = state.account(login ?? "github-actions[bot]");
      return [token, { account, permissions } satisfies Token] as const;
    }),
  );
  const requests: RecordedRequest[] = [];
  const violations: Violation[] = [];
  const interruptions = createInterruptions();
  const report = (violation: Violation): void => void violations.push(violation);
  const blobs = await serveBlobs(state, report);
  const handle = createHandler({
    description,
    routes: listRoutes(description),
    state,
    tokens,
    interruptions,
    signBlob: blobs.sign,
    report,
    record: (request) => void requests.push(request),
  });
  const api = await listen(async (request: IncomingMessage, response: ServerResponse) => {
    await handle(request, response, api.url);
  });
  const assertClean = (): void => {
    if (violations.length > 0) throw new GithubViolationError([...violations]);
  };
  const stop = async (): Promise<void> => {
    await Promise.all([api.close(), blobs.close()]);
  };
  return {
    url: api.url,
    state,
    requests,
    violations,
    events: createPayloads(description, { state, url: api.url }),
    fail: (operation, fault, times = 1) => interruptions.fail(operation, fault, times),
    before: interruptions.before,
    left: interruptions.left,
    assertClean,
    close: async () => {
      await stop();
      assertClean();
    },
    [Symbol.asyncDispose]: stop,
  };
}
