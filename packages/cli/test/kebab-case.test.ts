import { expect, test } from "vitest";
import { kebabCase } from "../src/kebab-case.ts";

test.each([
  { given: "fetchChannel", want: "fetch-channel" },
  { given: "FetchChannel", want: "fetch-channel" },
  { given: "fetch_channel", want: "fetch-channel" },
  { given: "channels/get.one", want: "channels-get-one" },
  { given: "fetchURLById2", want: "fetch-url-by-id2" },
  { given: "HTTPStatus", want: "http-status" },
  { given: "ping", want: "ping" },
])("$given is $want", ({ given, want }) => {
  expect(kebabCase(given)).toBe(want);
});
