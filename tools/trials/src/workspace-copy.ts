import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const repository: string = join(import.meta.dirname, "..", "..", "..");

const copied = ["document", "codegen", "contract", "client", "mock"].map(
  (name) => `packages/${name}`,
);
const leftOut = /\/(?:dist|\.turbo|\.results)$/;

/** The packages as they are, sources only, in a folder where their contract may be replaced. */
export async function copyPackages(): Promise<AsyncDisposable & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "trial-"));
  for (const part of copied) {
    // Links between packages are relative, so the copies find each other and not the originals.
    await cp(join(repository, part), join(folder, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !leftOut.test(path),
    });
  }
  await symlink(join(repository, "node_modules"), join(folder, "node_modules"));
  for (const file of ["package.json", "tsconfig.base.json"]) {
    await cp(join(repository, file), join(folder, file));
  }
  return {
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
