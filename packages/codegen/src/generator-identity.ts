import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { sha256 } from "./stamp.ts";

/** Packages whose version shapes the output or the diagnostics. */
const dependencies = [
  "@babel/code-frame",
  "@cfworker/json-schema",
  "jsonc-parser",
  "openapi-sampler",
  "openapi-typescript",
  "prettier",
  "typescript",
  "yaml",
] as const;

/** Where Node finds a package for a module in `folder`: in the nearest `node_modules` above it. */
const packageFolder = (name: string, folder: string): string | undefined => {
  for (let current = folder; ; current = dirname(current)) {
    const candidate = join(current, "node_modules", name);
    if (existsSync(candidate)) return candidate;
    if (dirname(current) === current) return undefined;
  }
};

const isCode = (name: string): boolean => /(?<!\.d)\.[jt]s$/.test(name);

const codeIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(isCode)
    .toSorted()
    .map((name) => `${name}\0${readFileSync(join(folder, name), "utf8")}`);

/**
 * What generates: a hash of the code of this package and of `document`, and the versions of their
 * dependencies. The version alone does not tell two builds of a working copy apart.
 *
 * @param own Folder of this package's code, sources or build.
 */
export const generatorIdentity = (own: string = import.meta.dirname): string => {
  const document = packageFolder("@flex-channels/document", dirname(own)) ?? own;
  const versions = dependencies.map((name) => {
    const folder = packageFolder(name, dirname(own)) ?? packageFolder(name, document);
    return folder === undefined ? "" : readFileSync(join(folder, "package.json"), "utf8");
  });
  // The document's sources where these are sources, its build where this is a build.
  const code = [own, join(document, basename(own))].flatMap(codeIn);
  return sha256([process.version, ...versions, ...code].join("\0"));
};
