/** What a package's tarball must hold, by its manifest and the files that git tracks in its folder. */
export interface TarballSource {
  readonly manifest: {
    readonly files?: readonly string[];
    readonly exports?: unknown;
    readonly scripts?: Readonly<Record<string, string>>;
  };
  /** Paths from the package's folder. */
  readonly trackedFiles: readonly string[];
}

/** Shipped with every package, whatever its `files` say. */
const always = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"] as const;

/**
 * The exact list, sorted: the four that always ship, the tracked files that `files` names, and for
 * every TypeScript source four files in `dist`: code, declarations, and a source map of each.
 */
export function expectedFiles(source: TarballSource): readonly string[] {
  const included = (source.manifest.files ?? []).filter((entry) => entry !== "dist");
  const tracked = source.trackedFiles.filter((file) =>
    included.some((entry) => file === entry || file.startsWith(`${entry}/`)),
  );
  const compiled = source.trackedFiles.filter((file) => file.startsWith("src/")).flatMap(builtFrom);
  const built = isBundled(source) ? compiled.filter((file) => !isCode(file)) : compiled;
  return [...new Set([...always, ...tracked, ...built])].toSorted();
}

/** A bundled package has one file of code an entry, and what entries share below `dist/shared`. */
export function isBundled({ manifest }: Pick<TarballSource, "manifest">): boolean {
  return manifest.scripts?.["build"]?.includes("rolldown") ?? false;
}

/** Whether a file of a bundled package is code where code may be: an entry, or shared by entries. */
export function isBundledCode(
  { manifest }: Pick<TarballSource, "manifest">,
  file: string,
): boolean {
  const entry = file.replace(/\.map$/, "");
  return (
    isCode(file) &&
    (/^dist\/shared\/[^/]+\.js$/.test(entry) ||
      JSON.stringify(manifest.exports).includes(`"./${entry}"`))
  );
}

function isCode(file: string): boolean {
  return /^dist\/.*\.js(?:\.map)?$/.test(file);
}

function builtFrom(file: string): readonly string[] {
  const path = file.replace(/^src\//, "dist/");
  if (path.endsWith(".json")) return [path];
  if (path.endsWith(".d.ts") || !path.endsWith(".ts")) return [];
  const stem = path.slice(0, -".ts".length);
  return [`${stem}.js`, `${stem}.js.map`, `${stem}.d.ts`, `${stem}.d.ts.map`];
}

/** The difference of two sorted lists in words; undefined where there is none. */
export function describeDifference(
  wanted: readonly string[],
  received: readonly string[],
): string | undefined {
  const missing = wanted.filter((file) => !received.includes(file));
  const extra = received.filter((file) => !wanted.includes(file));
  const parts = [
    ...missing.map((file) => `missing ${file}`),
    ...extra.map((file) => `not expected ${file}`),
  ];
  return parts.length === 0 ? undefined : parts.join("\n");
}
