import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly exports?: unknown;
  readonly bin?: unknown;
  readonly repository?: { readonly url?: string; readonly directory?: string };
}

export interface WorkspacePackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every package of the repository that a registry may get, in the order of their folders. */
export function publicPackages(root: string): readonly WorkspacePackage[] {
  return ["packages", "tools"]
    .flatMap((parent) =>
      readdirSync(join(root, parent))
        .toSorted()
        .map((name) => join(parent, name)),
    )
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .map((folder) => ({ folder, manifest: readManifest(join(root, folder)) }))
    .filter(({ manifest }) => manifest.private !== true);
}

export function readManifest(directory: string): Manifest {
  return JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as Manifest;
}
