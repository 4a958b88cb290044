import { describe, expect, test } from "vitest";
import { type ReleaseFacts, planPublish } from "../../src/publish/publish-plan.ts";
import { TagError, planTags } from "../../src/publish/tag-release.ts";
import { redact, secretsOf } from "../../src/publish/redact.ts";
import { trustedPublishingProblem } from "../../src/publish/trusted-publishing.ts";

const release = (name: string) => ({
  name: `@flex-channels/${name}`,
  version: "1.0.0",
  tag: "latest",
  access: "public",
  path: `packages/${name}.tgz`,
  integrity: "sha256-a",
});
const facts = (name: string, rest: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  release: release(name),
  integrity: "sha512-a",
  registry: { kind: "absent" },
  gitTag: { kind: "absent" },
  ...rest,
});
const same = { kind: "present", integrity: "sha512-a" } as const;
const other = { kind: "present", integrity: "sha512-b" } as const;
const at = (commit: string) => ({ kind: "present", commit }) as const;

describe("planPublish", () => {
  test("what the registry lacks is published, in order; what an earlier attempt left is not", () => {
    const given = [facts("contract", { registry: same }), facts("client"), facts("cli")];
    expect(planPublish(given, "c0")).toEqual({
      kind: "go",
      publish: [release("client"), release("cli")],
      published: [release("contract")],
    });
  });

  test.each([
    {
      name: "other bytes under that version stop everything",
      given: [facts("contract"), facts("client", { registry: other })],
      want: /client@1\.0\.0 is in the registry with other bytes/,
    },
    {
      name: "a tag at another commit stops everything",
      given: [facts("contract", { gitTag: at("c9") })],
      want: /the tag points at c9, this release is c0/,
    },
  ])("$name", ({ given, want }) => {
    const plan = planPublish(given, "c0");
    expect(plan.kind).toBe("refused");
    expect(plan.kind === "refused" ? plan.problems.join() : "").toMatch(want);
  });

  test("a tag at this commit is no hindrance", () => {
    expect(planPublish([facts("contract", { gitTag: at("c0") })], "c0").kind).toBe("go");
  });
});

describe("planTags", () => {
  test("what lies in the registry, byte for byte, is tagged once", () => {
    expect(
      planTags(
        [facts("contract", { registry: same }), facts("cli", { registry: same, gitTag: at("c0") })],
        "c0",
      ),
    ).toEqual(["@flex-channels/contract@1.0.0"]);
  });

  test.each([
    {
      name: "what is not published is not tagged",
      given: facts("cli"),
      want: /is not in the registry/,
    },
    {
      name: "other bytes are not tagged",
      given: facts("cli", { registry: other }),
      want: /with other bytes/,
    },
    {
      name: "a tag is not moved",
      given: facts("cli", { registry: same, gitTag: at("c9") }),
      want: /points at c9/,
    },
  ])("$name", ({ given, want }) => {
    expect(() => planTags([given], "c0")).toThrow(TagError);
    expect(() => planTags([given], "c0")).toThrow(want);
  });
});

describe("redact", () => {
  const env = {
    NODE_AUTH_TOKEN: "canary/1+2=",
    "npm_config_//r/:_authToken": "other-secret",
    PATH: "/usr/bin",
  };

  test("values of variables that name a credential are secrets, others are not", () => {
    expect(secretsOf(env)).toEqual(["other-secret", "canary/1+2="]);
  });

  test.each([
    { name: "as they are", given: "failed with canary/1+2=!" },
    { name: "in an address", given: "http://x:canary%2F1%2B2%3D@host/" },
    { name: "as base64", given: `Basic ${btoa("canary/1+2=")}` },
    { name: "as npm writes its tokens", given: `npm_${"a".repeat(36)}` },
    {
      name: "as a JSON Web Token",
      given: "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL3Rva2Vu.c2lnbmF0dXJlLWhlcmU",
    },
  ])("secrets are not shown $name", ({ given }) => {
    const shown = redact(given, secretsOf(env));
    expect(shown).toContain("***");
    expect(shown).not.toMatch(/canary|Y2FuYXJ5|npm_a|eyJ/);
  });
});

describe("trustedPublishingProblem", () => {
  const identity = { GITHUB_ACTIONS: "true", ACTIONS_ID_TOKEN_REQUEST_URL: "https://a.test" };
  test.each([
    { name: "a new npm with an identity publishes", given: [identity, "11.5.1"], want: /^none$/ },
    { name: "a newer one too", given: [identity, "12.0.0"], want: /^none$/ },
    {
      name: "an old npm would ask for a token",
      given: [identity, "11.5.0"],
      want: /expected 11\.5\.1 or newer/,
    },
    {
      name: "a job without an identity is refused",
      given: [{ GITHUB_ACTIONS: "true" }, "11.6.2"],
      want: /id-token: write/,
    },
    { name: "a person publishes with their own login", given: [{}, "10.0.0"], want: /^none$/ },
  ] as const)("$name", ({ given: [env, version], want }) => {
    expect(trustedPublishingProblem(env, version) ?? "none").toMatch(want);
  });
});
