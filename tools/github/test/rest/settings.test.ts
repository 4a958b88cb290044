import { expect, test } from "vitest";
import { settingsFromEnvironment } from "../../src/rest/settings.ts";

const env = { GITHUB_TOKEN: "secret-token", GITHUB_REPOSITORY: "octo-org/hello.world" };

test("the runner's variables are the settings", () => {
  expect(
    settingsFromEnvironment({ ...env, GITHUB_API_URL: "https://ghe.example/api/v3/" }),
  ).toEqual({
    apiUrl: "https://ghe.example/api/v3",
    token: "secret-token",
    repository: { owner: "octo-org", name: "hello.world" },
  });
});

test("without an address it is github.com", () => {
  expect(settingsFromEnvironment(env).apiUrl).toBe("https://api.github.com");
});

const rows = [
  { name: "no token", given: { GITHUB_TOKEN: undefined }, want: /GITHUB_TOKEN/ },
  {
    name: "a token with a line end",
    given: { GITHUB_TOKEN: "secret-token\r\nx: y" },
    want: /GITHUB_TOKEN/,
  },
  { name: "no repository", given: { GITHUB_REPOSITORY: undefined }, want: /owner\/name/ },
  {
    name: "a repository that climbs",
    given: { GITHUB_REPOSITORY: "../user" },
    want: /owner\/name/,
  },
  { name: "three names", given: { GITHUB_REPOSITORY: "a/b/c" }, want: /owner\/name/ },
  { name: "no address", given: { GITHUB_API_URL: "file:///etc" }, want: /GITHUB_API_URL/ },
] as const;

test.each(rows)("$name is refused by the variable's name, without the token", ({ given, want }) => {
  let message = "";
  try {
    settingsFromEnvironment({ ...env, ...given });
  } catch (error) {
    message = String(error);
  }
  expect(message).toMatch(want);
  expect(message).not.toContain("secret-token");
});
