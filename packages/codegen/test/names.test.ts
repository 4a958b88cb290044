import { describe, expect, test } from "vitest";
import { argumentName, camelCase, methodName, pascalCase, uniqueNames } from "../src/names.ts";

const camel = [
  ["Sid", "sid"],
  ["fetchChannel", "fetchChannel"],
  ["FetchChannel", "fetchChannel"],
  ["page-size", "pageSize"],
  ["repos/list-for-org", "reposListForOrg"],
  ["list_channels", "listChannels"],
  ["X-Request-Id", "xRequestId"],
  ["2fa", "_2fa"],
  ["größe", "größe"],
  ["", "_"],
] as const;

describe("camelCase", () => {
  test.each(camel)("%s is %s", (given, want) => {
    expect(camelCase(given)).toBe(want);
  });
});

describe("pascalCase", () => {
  test.each([
    ["Channel", "Channel"],
    ["simple-user", "SimpleUser"],
    ["foo.bar", "FooBar"],
    ["3d", "_3d"],
  ] as const)("%s is %s", (given, want) => {
    expect(pascalCase(given)).toBe(want);
  });
});

describe("methodName", () => {
  test.each([
    ["fetchChannel", "fetchChannel"],
    ["safe", "safeOperation"],
    ["then", "thenOperation"],
    ["constructor", "constructorOperation"],
    ["__proto__", "proto__"],
  ] as const)("%s is %s", (given, want) => {
    expect(methodName(given)).toBe(want);
  });
});

describe("argumentName", () => {
  test.each([
    ["Sid", [], "sid"],
    ["delete", [], "delete_"],
    ["Sid", ["sid"], "sid_"],
    ["options", ["options"], "options_"],
  ] as const)("%s beside %j is %s", (given, taken, want) => {
    expect(argumentName(given, new Set(taken))).toBe(want);
  });
});

describe("uniqueNames", () => {
  test("a name that another source took gets a number", () => {
    expect([...uniqueNames(["a-b", "a.b"], pascalCase).values()]).toEqual(["AB", "AB_2"]);
  });

  test("a name that is reserved gets Schema behind it", () => {
    expect(uniqueNames(["Client"], pascalCase, new Set(["Client"])).get("Client")).toBe(
      "ClientSchema",
    );
  });
});
