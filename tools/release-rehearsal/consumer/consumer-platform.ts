// What needs a platform's Request and Response: the mock, and the platform's own objects as options.
import { createFlexClient } from "@flex-channels/client";
import { createFlexClient as createCoreClient } from "@flex-channels/client/core";
import { createMock, type Mock } from "@flex-channels/mock";
import { createErrorResponse, createManualClock } from "@flex-channels/mock/testing";

const mock: Mock = createMock();
const clock = createManualClock();

export const mocked = createFlexClient({ fetch: mock, clock, headers: new Headers() });
export const core = createCoreClient({ fetch: (url, init) => fetch(url, init) });
export const aborted = mocked.fetchChannel("CH", { signal: AbortSignal.timeout(10) });
export const response: Response = createErrorResponse(20404);

// @ts-expect-error -- the mock has no such operation table
void mock.operations;
