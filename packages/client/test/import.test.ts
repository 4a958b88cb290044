import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";

const entries = ["index", "core", "arguments", "many", "openapi-fetch-client"];
const globals = ["fetch", "Request", "Response", "Headers", "FormData", "AbortController"];

/** Runs a module in a process of its own, where sources resolve to sources. */
function runModule(source: string, ...flags: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--conditions=@flex-channels/source", "--no-warnings", ...flags, "--eval", source],
    { cwd: import.meta.dirname, encoding: "utf8" },
  );
  return status === 0 ? stdout.trim() : stderr;
}

describe("importing", () => {
  test.each(entries)(
    "%s touches no global of the web, reads no environment and opens nothing",
    (entry) => {
      const source = `
      const touched = [];
      for (const name of ${JSON.stringify(globals)}) {
        Object.defineProperty(globalThis, name, { get: () => void touched.push(name) });
      }
      const { env } = process;
      // The loader reads variables of its own.
      Object.defineProperty(process, "env", { value: new Proxy(env, { get: (_, name) => void (/^(WATCH|NODE)_/.test(name) || touched.push(name)) }) });
      const before = process.getActiveResourcesInfo().length;
      const module = await import("../src/${entry}.ts");
      console.log(Object.keys(module).length > 0, process.getActiveResourcesInfo().length - before, touched.join());
    `;
      expect(runModule(source, "--input-type=module")).toBe("true 0");
    },
  );

  test.each([
    ...entries.map((entry) => ({ entry, want: "false" })),
    { entry: "undici", want: "true" },
  ])("$entry loads undici: $want", ({ entry, want }) => {
    const source = `
      import { createRequire } from "node:module";
      await import("../src/${entry}.ts");
      console.log(Object.keys(createRequire(import.meta.url).cache).some((file) => /[\\\\/]undici[\\\\/]/.test(file)));
    `;
    expect(runModule(source, "--input-type=module")).toBe(want);
  });

  test.each([...entries, "undici"])("%s works by require too", (entry) => {
    const source = `console.log(Object.keys(require("../src/${entry}.ts")).length > 0)`;
    expect(runModule(source, "--input-type=commonjs")).toBe("true");
  });
});
