import { describe, expect, test } from "vitest";
import {
  createErrorResponse,
  createProblemResponse,
  errorBody,
  problemBody,
} from "../../src/testing.ts";

const page = "https://www.twilio.com/docs/errors";

describe("an error body", () => {
  test.each([
    { given: errorBody(401), want: { code: 20003, message: "Authenticate", status: 401 } },
    { given: errorBody(403), want: { code: 20403, message: "Forbidden", status: 403 } },
    { given: errorBody(429), want: { code: 20429, message: "Too Many Requests", status: 429 } },
    {
      given: errorBody(418),
      want: { code: 20418, message: "Request failed with status 418", status: 418 },
    },
    {
      given: errorBody(400, { code: 60200, message: "Invalid parameter" }),
      want: { code: 60200, message: "Invalid parameter", status: 400 },
    },
  ])("says $want.code for $want.status", ({ given, want }) => {
    expect(given).toEqual({ ...want, more_info: `${page}/${want.code}` });
  });
});

test("an error response carries body, status, media type and headers", async () => {
  const response = createErrorResponse(503, { message: "Down", headers: { "retry-after": "2" } });
  expect(response.status).toBe(503);
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-type": "application/json",
    "retry-after": "2",
  });
  expect(await response.json()).toEqual(errorBody(503, { message: "Down" }));
});

test("a problem response is the same error as problem details", async () => {
  const response = createProblemResponse(404, { message: "No channel CH1" });
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toEqual({
    type: `${page}/20404`,
    title: "The requested resource was not found",
    status: 404,
    detail: "No channel CH1",
    code: 20404,
  });
  expect(problemBody(404)).not.toHaveProperty("detail");
});
