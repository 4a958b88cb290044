import { http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMock } from "../../src/index.ts";
import { authorization } from "../requests.ts";

const mock = createMock();
const server = setupServer(
  http.all("https://flex-api.twilio.com/*", ({ request }) => mock(request)),
);

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterAll(() => server.close());

test("inside MSW the mock answers what fetch sends", async () => {
  const url = "https://flex-api.twilio.com/v1/Channels/CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  const answered = await fetch(url, { headers: authorization });
  expect(answered.status).toBe(200);
  expect(await answered.json()).toMatchObject({ sid: "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" });
  expect((await fetch(url)).status).toBe(401);
  expect(mock.requests.map(({ status }) => status)).toEqual([200, 401]);
});
