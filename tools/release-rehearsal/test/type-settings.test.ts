import { expect, test } from "vitest";
import { tsconfigOf, typeSettings, type TypeSetting } from "../src/type-settings.ts";

test("every combination is tried once", () => {
  expect(new Set(typeSettings.map((setting) => JSON.stringify(setting))).size).toBe(72);
});

const base: TypeSetting = {
  compiler: "typescript-7",
  resolution: "nodenext",
  strictness: "strict",
  platform: "neither",
};

const rows = [
  {
    name: "declarations of libraries are never skipped",
    given: {},
    want: { skipLibCheck: false },
  },
  {
    name: "nodenext sets module and resolution",
    given: { resolution: "nodenext" },
    want: { module: "nodenext", moduleResolution: "nodenext" },
  },
  {
    name: "bundler resolution goes with esnext modules",
    given: { resolution: "bundler" },
    want: { module: "esnext", moduleResolution: "bundler" },
  },
  {
    name: "exact means exactOptionalPropertyTypes",
    given: { strictness: "exact" },
    want: { strictNullChecks: true, exactOptionalPropertyTypes: true },
  },
  {
    name: "without null checks there are no exact optional properties",
    given: { strictness: "no-null-checks" },
    want: { strictNullChecks: false, exactOptionalPropertyTypes: false },
  },
  {
    name: "a page has the DOM and no Node",
    given: { platform: "dom" },
    want: { lib: ["es2022", "dom"], types: [] },
  },
  {
    name: "a server has Node and no DOM",
    given: { platform: "node" },
    want: { lib: ["es2022"], types: ["node"] },
  },
  {
    name: "a bare language has neither",
    given: { platform: "neither" },
    want: { lib: ["es2022"], types: [] },
  },
] satisfies readonly { name: string; given: Partial<TypeSetting>; want: object }[];

test("only a platform's programs need a platform", () => {
  expect(tsconfigOf(base, "types")).toMatchObject({ files: ["consumer.ts"] });
  expect(tsconfigOf({ ...base, platform: "dom" }, "types")).toMatchObject({
    files: ["consumer.ts", "consumer-platform.ts"],
  });
});

test.each(rows)("$name", ({ given, want }) => {
  expect(tsconfigOf({ ...base, ...given }, "types")).toMatchObject({ compilerOptions: want });
});
