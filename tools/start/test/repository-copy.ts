import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..", "..");

/** What came of a command. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of what the maintainer works with: the document and the packages, sources only. */
export interface RepositoryCopy {
  readonly folder: string;
  readonly read: (file: string) => Promise<string>;
  readonly write: (file: string, text: string) => Promise<void>;
  /** Runs a TypeScript file under Node, workspace packages resolved to their sources. */
  readonly node: (cwd: string, file: string, ...args: readonly string[]) => Promise<Ran>;
  /** Regenerates the contract, as `pnpm generate` does. */
  readonly generate: (...args: readonly string[]) => Promise<Ran>;
  readonly typecheck: (cwd: string) => Promise<Ran>;
  readonly remove: () => Promise<void>;
}

const run = (cwd: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...args], { cwd, encoding: "utf8" }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ status, stdout, stderr });
    });
  });

const copied = [
  "spec",
  ...["document", "codegen", "contract", "client", "mock"].map((name) => `packages/${name}`),
];

export const copyRepository = async (): Promise<RepositoryCopy> => {
  const folder = await mkdtemp(join(tmpdir(), "repository-"));
  for (const part of copied) {
    // Links between packages are relative, so the copies find each other and not the originals.
    await cp(join(root, part), join(folder, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/\/(?:dist|\.turbo|\.results)$/.test(path),
    });
  }
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  for (const file of ["package.json", "tsconfig.base.json"])
    await cp(join(root, file), join(folder, file));

  const node: RepositoryCopy["node"] = (cwd, file, ...args) =>
    run(join(folder, cwd), ["--conditions=@flex-channels/source", join(folder, file), ...args]);
  return {
    folder,
    read: (file) => readFile(join(folder, file), "utf8"),
    write: (file, text) => writeFile(join(folder, file), text),
    node,
    generate: (...args) =>
      node("packages/contract", "packages/codegen/src/cli.ts", "generate", ...args),
    typecheck: (cwd) =>
      run(join(folder, cwd), [
        join(root, "node_modules/typescript/bin/tsc"),
        "-p",
        "tsconfig.json",
      ]),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
