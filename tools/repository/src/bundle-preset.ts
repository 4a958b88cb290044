import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputOptions, RolldownOptions } from "rolldown";

interface Manifest {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The entries of a package: what its `exports` name as sources, by the name of the built file. */
const entriesOf = ({ exports }: Manifest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(exports).flatMap((target): readonly (readonly [string, string])[] => {
      const source = typeof target === "string" ? undefined : target["@flex-channels/source"];
      return source === undefined ? [] : [[source.replace(/^\.\/src\/|\.ts$/g, ""), source]];
    }),
  );

/**
 * Builds a package into one file an entry and what entries share: a module costs an import more
 * than its text does, and what a consumer imports at start-up has dozens.
 */
export const bundlePackage = (
  folder: string,
): Omit<RolldownOptions, "output"> & { readonly output: OutputOptions } => {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const external = Object.keys(manifest.dependencies ?? {});
  return {
    cwd: folder,
    input: entriesOf(manifest),
    platform: "neutral",
    external: (id) =>
      id.startsWith("node:") || external.some((name) => id === name || id.startsWith(`${name}/`)),
    output: {
      dir: "dist",
      format: "esm",
      sourcemap: true,
      chunkFileNames: "shared/[name].js",
    },
  };
};
