import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundlePackage } from "@flex-channels/repository/bundle";

const { input: entries, ...preset } = bundlePackage(import.meta.dirname);

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8"));

/** What nearly every review runs; the rest is loaded where it is needed. */
const carried = /^(?:@flex-channels\/document|@cfworker\/json-schema|commander|yaml)(?:\/|$)/;

/** Dependencies that are loaded by name, when they are needed: a bundler cannot see through that. */
const carriedModules = {
  name: "carried-modules",
  load(id) {
    const owner = /\/(document|contract-review)\/src\/load-module\.ts$/.exec(id)?.[1];
    if (owner === undefined) return null;
    return [
      'import { createRequire } from "node:module";',
      `const own = createRequire(import.meta.url).resolve("@flex-channels/${owner}/package.json");`,
      "const load = createRequire(own);",
      "export const loadModule = (name) => {",
      '  if (name === "yaml") return require("yaml");',
      '  if (name === "@cfworker/json-schema") return require("@cfworker/json-schema");',
      "  return load(name);",
      "};",
    ].join("\n");
  },
};

/**
 * Builtins as they are needed: an import of one reads every member that it has, which loads more of
 * Node than a review uses. The version is written in, since to look the manifest up takes as long.
 */
const lateBuiltins = {
  name: "late-builtins",
  resolveId(id) {
    return Object.hasOwn(late, id) ? `\0${id}` : null;
  },
  load(id) {
    if (id === join(import.meta.dirname, "src/version.ts")) {
      return {
        code: `export const version = ${JSON.stringify(manifest.version)};`,
        moduleType: "js",
      };
    }
    return late[id.slice(1)] ?? null;
  },
};

const late = {
  "node:process": "export default globalThis.process;",
  "node:child_process": [
    'const load = () => process.getBuiltinModule("node:child_process");',
    "export const spawn = (...given) => load().spawn(...given);",
    "export const spawnSync = (...given) => load().spawnSync(...given);",
    "export const execFile = (...given) => load().execFile(...given);",
    "export default { spawn };",
  ].join("\n"),
};

// The library is a module with dependencies. The command carries its own: to find and load 200
// modules takes longer than to review a document.
export default [
  { ...preset, input: entries },
  {
    ...preset,
    input: { cli: "./src/cli.ts" },
    platform: "node",
    external: (id) => !/^[./\0]/.test(id) && !carried.test(id) && !Object.hasOwn(late, id),
    resolve: { conditionNames: ["@flex-channels/source", "import", "default"] },
    plugins: [carriedModules, lateBuiltins],
    output: {
      dir: "dist",
      format: "esm",
      sourcemap: true,
      chunkFileNames: "chunks/[name].js",
    },
  },
];
