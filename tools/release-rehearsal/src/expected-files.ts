/** What a package's tarball must hold, by its manifest and the files that git tracks in its folder. */
export interface TarballSource {
  readonly manifest: {
    readonly files?: readonly string[];
    readonly exports?: unknown;
    readonly bin?: unknown;
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
 * A bundled package has code for its entries only.
 */
export function expectedFiles(source: TarballSource): readonly string[] {
  const included = (source.manifest.files ?? []).filter((entry) => entry !== "dist");
  const tracked = source.trackedFiles.filter((file) =>
    included.some((entry) => file === entry || file.startsWith(`${entry}/`)),
  );
  const compiled = source.trackedFiles.filter((file) => file.startsWith("src/")).flatMap(builtFrom);
  const built = isBundled(source)
    ? [...compiled.filter((file) => !isCode(file)), ...entriesOf(source)]
    : compiled;
  return [...new Set([...always, ...tracked, ...built])].toSorted();
}

/**
 * Whether a bundler may have added a file: what entries share or load later, below `dist/shared` and
 * `dist/chunks`, and source maps.
 * How many there are is the bundler's business.
 */
export function isBundlersOwn(source: Pick<TarballSource, "manifest">, file: string): boolean {
  if (!isBundled(source)) return false;
  const isMap = entriesOf(source).some((entry) => file === `${entry}.map`);
  return isMap || /^dist\/(?:shared|chunks)\/[^/]+\.js(?:\.map)?$/.test(file);
}

function isBundled({ manifest }: Pick<TarballSource, "manifest">): boolean {
  return manifest.scripts?.["build"]?.includes("rolldown") ?? false;
}

/** Code that `exports` names, and what the file of a command loads. */
function entriesOf({ manifest }: Pick<TarballSource, "manifest">): readonly string[] {
  const named = JSON.stringify(manifest.exports ?? {}).matchAll(/"\.\/(dist\/[^"]+\.js)"/g);
  const entries = [...named].map(([, file = ""]) => file);
  return manifest.bin === undefined ? entries : [...entries, "dist/cli.js"];
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
