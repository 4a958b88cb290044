import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const bootstrap = join(import.meta.dirname, "..", "bootstrap.mjs");

/** Makes a module of `code` that Node runs before the program. */
const before = (code: string): string =>
  `--import=data:text/javascript,${encodeURIComponent(code)}`;

const run = (
  file: string,
  args: readonly string[],
  { node = [], env = {} }: { readonly node?: readonly string[]; readonly env?: object } = {},
) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, file, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
};

describe("the bootstrap", () => {
  let folder = "";
  let copy = "";
  beforeAll(() => {
    // A repository in which nothing is installed yet, in a folder with a space and an umlaut.
    folder = mkdtempSync(join(tmpdir(), "fresh clöne "));
    copy = join(folder, "tools", "repository", "bootstrap.mjs");
    mkdirSync(join(folder, "tools", "repository"), { recursive: true });
    cpSync(bootstrap, copy);
    writeFileSync(join(folder, "package.json"), '{"packageManager":"pnpm@12.21.0"}');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("refuses a Node that is too old, with what to do", () => {
    const versions = 'Object.defineProperty(process, "versions", { value: { node: "20.18.3" } });';
    expect(run(copy, ["start"], { node: [before(versions)] })).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(
        /Node 20\.18\.3 is too old.*20\.19 or newer.*Install/s,
      ) as string,
    });
  });

  test("refuses a program that it does not know", () => {
    expect(run(copy, ["strat"])).toEqual({
      status: 3,
      stdout: "",
      stderr: "\nbootstrap: expected one of start, verify, received strat.\n",
    });
  });

  test("says where the toolchain was to come from when it cannot be installed", () => {
    const env = {
      npm_config_registry: "http://127.0.0.1:9",
      npm_config_fetch_retries: "0",
      npm_config_cache: join(folder, "cache"),
      npm_config_loglevel: "silent",
    };
    const { status, stderr } = run(copy, ["start"], { env });
    expect(status).toBe(3);
    expect(stderr).toContain("ECONNREFUSED");
    expect(stderr).toContain("npm config get registry");
    expect(stderr).toContain("run the same command again");
  });
});
