import { describe, expect, test } from "vitest";
import { PackPlanError, parsePackPlan } from "../../src/pack/pack-plan.ts";
import { refuseCredentials } from "../../src/pack/pack-release.ts";

const entry = {
  kind: "publish",
  name: "@flex-channels/contract",
  version: "1.0.0",
  access: "public",
  tag: "latest",
  tarball: {
    path: "packages/flex-channels-contract-1.0.0.tgz",
    integrity: `sha256-${"A".repeat(43)}=`,
  },
};
const plan = (change: object): string =>
  JSON.stringify({ version: 1, plan: [[{ ...entry, ...change }], [{ kind: "tag-only" }]] });

describe("parsePackPlan", () => {
  test("releases come in their order, tags of private packages are left aside", () => {
    expect(parsePackPlan(plan({}))).toEqual([
      {
        name: "@flex-channels/contract",
        version: "1.0.0",
        access: "public",
        tag: "latest",
        ...entry.tarball,
      },
    ]);
  });

  test.each([
    { name: "a name that is an option", given: { name: "--registry=http://a" } },
    { name: "a tag that is an option", given: { tag: "--otp" } },
    {
      name: "a path that climbs",
      given: { tarball: { ...entry.tarball, path: "packages/../../a.tgz" } },
    },
    { name: "another access", given: { access: "restricted" } },
    {
      name: "a digest that is none",
      given: { tarball: { ...entry.tarball, integrity: "sha256-" } },
    },
    { name: "no tarball", given: { tarball: undefined } },
  ])("$name is refused", ({ given }) => {
    expect(() => parsePackPlan(plan(given))).toThrow(PackPlanError);
  });

  test("a plan of another format is refused", () => {
    expect(() => parsePackPlan('{"version":2,"plan":[]}')).toThrow(/expected \{ "version": 1/);
  });
});

describe("refuseCredentials", () => {
  test.each(["NODE_AUTH_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "GITHUB_TOKEN"])(
    "a job that builds beside %s is refused, without its value",
    (name) => {
      expect(() => refuseCredentials({ CI: "true", [name]: "canary-value" })).toThrow(name);
      expect(() => refuseCredentials({ CI: "true", [name]: "canary-value" })).not.toThrow("canary");
    },
  );

  test("a job without a credential, and a person's own machine, may build", () => {
    expect(() => refuseCredentials({ CI: "true", GITHUB_TOKEN: "" })).not.toThrow();
    expect(() => refuseCredentials({ GITHUB_TOKEN: "mine" })).not.toThrow();
  });
});
