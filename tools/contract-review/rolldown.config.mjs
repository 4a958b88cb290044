import { bundlePackage } from "@flex-channels/repository/bundle";

const { input: entries, ...preset } = bundlePackage(import.meta.dirname);

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

// The library is a module with dependencies. The command carries its own: to find and load 200
// modules takes longer than to review a document.
export default [
  { ...preset, input: entries },
  {
    ...preset,
    input: { cli: "./src/cli.ts" },
    platform: "node",
    external: (id) => !/^(?:\.|\/)/.test(id) && !carried.test(id),
    resolve: { conditionNames: ["@flex-channels/source", "import", "default"] },
    plugins: [carriedModules],
    output: {
      dir: "dist",
      format: "esm",
      sourcemap: true,
      chunkFileNames: "chunks/[name].js",
    },
  },
];
