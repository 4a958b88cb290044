import { describe, expect, test } from "vitest";
import { checkBaseUrl, locateServer } from "../src/base-url.ts";
import { ConfigurationError } from "../src/index.ts";

describe("region and edge stand in the host name", () => {
  const plain = "https://flex-api.twilio.com";
  test.each([
    { name: "neither", given: [plain], want: "flex-api.twilio.com" },
    {
      name: "an edge, which implies us1",
      given: [plain, undefined, "sydney"],
      want: "flex-api.sydney.us1.twilio.com",
    },
    { name: "a region", given: [plain, "au1"], want: "flex-api.au1.twilio.com" },
    { name: "both", given: [plain, "au1", "sydney"], want: "flex-api.sydney.au1.twilio.com" },
    {
      name: "an edge beside the host's region",
      given: ["https://flex-api.ie1.twilio.com", undefined, "dublin"],
      want: "flex-api.dublin.ie1.twilio.com",
    },
    {
      name: "a region in place of the host's",
      given: ["https://flex-api.ie1.twilio.com", "au1"],
      want: "flex-api.au1.twilio.com",
    },
    {
      name: "a region beside the host's edge",
      given: ["https://flex-api.dublin.ie1.twilio.com", "au1"],
      want: "flex-api.dublin.au1.twilio.com",
    },
    {
      name: "an edge in place of the host's",
      given: ["https://flex-api.dublin.ie1.twilio.com", undefined, "sydney"],
      want: "flex-api.sydney.ie1.twilio.com",
    },
  ])("$name", ({ given: [server = "", region, edge], want }) => {
    expect(new URL(locateServer(server, region, edge)).host).toBe(want);
  });

  test.each(["evil.example/", "a.b", "", "au1@evil", "au1:80", "au1\n", "au1#", "..", "ａ"])(
    "%j is no region and no edge",
    (label) => {
      expect(() => locateServer(plain, label)).toThrow(ConfigurationError);
      expect(() => locateServer(plain, undefined, label)).toThrow(ConfigurationError);
    },
  );
});

describe("a base URL", () => {
  test.each([
    { name: "of https", given: "https://flex.example", want: "https://flex.example" },
    {
      name: "with a path, whose last slash goes",
      given: "https://flex.example/api/",
      want: "https://flex.example/api",
    },
    { name: "of http to localhost", given: "http://localhost:3000", want: "http://localhost:3000" },
    {
      name: "of http to a name below localhost",
      given: "http://a.localhost",
      want: "http://a.localhost",
    },
    { name: "of http to 127.0.0.0/8", given: "http://127.9.9.9", want: "http://127.9.9.9" },
    { name: "of http to ::1", given: "http://[::1]:1", want: "http://[::1]:1" },
    {
      name: "of http to a number that is 127.0.0.1",
      given: "http://2130706433",
      want: "http://127.0.0.1",
    },
  ])("is taken $name", ({ given, want }) => {
    expect(checkBaseUrl(given, false)).toBe(want);
  });

  test.each([
    { name: "of plain http", given: "http://flex.example" },
    { name: "of plain http to a name that looks like loopback", given: "http://127.0.0.1.example" },
    { name: "of plain http to a host that ends like loopback", given: "http://notlocalhost" },
    { name: "with user information", given: "https://user:password@flex.example" },
    { name: "with a query", given: "https://flex.example?a=1" },
    { name: "with a fragment", given: "https://flex.example#a" },
    { name: "of another scheme", given: "file:///etc/passwd" },
    { name: "without a scheme", given: "flex.example" },
  ])("is refused $name, and not shown", ({ given }) => {
    expect(() => checkBaseUrl(given, false)).toThrow(ConfigurationError);
    expect(() => checkBaseUrl(given, false)).not.toThrow(new RegExp(given.replaceAll(/\W/g, ".")));
  });

  test("of plain http is taken when that is asked for", () => {
    expect(checkBaseUrl("http://flex.example", true)).toBe("http://flex.example");
  });
});
