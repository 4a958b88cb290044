import { readFile, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { readBeside } from "@flex-channels/document/read-document";
import { GitError, gitText } from "./git.ts";
import { commitOf, fileAt, fileBeside, formerPath, mergeBaseWithMain } from "./refs.ts";

/** The bytes of one version of a document; `bytes` is missing where that version has no document. */
export interface VersionBytes {
  readonly label: string;
  readonly file: string;
  readonly commit?: string;
  readonly bytes?: Uint8Array;
  /** The bytes of a file below the document's folder, as this version has them. */
  readonly beside: (path: string) => Uint8Array | undefined;
}

/** What a person asked to compare. */
export interface VersionsWanted {
  readonly cwd: string;
  /** Path of the document, from `cwd`. */
  readonly document: string;
  /** Git refs or files. None: the merge base with the main branch. */
  readonly bases: readonly string[];
  /** Git ref or file. @default the working tree */
  readonly head?: string;
}

/** Reads the versions from git and from files; nothing is checked out. */
export async function readVersions(
  wanted: VersionsWanted,
): Promise<{ readonly bases: readonly VersionBytes[]; readonly head: VersionBytes }> {
  const { cwd, document } = wanted;
  const head =
    wanted.head === undefined
      ? await readWorkingTree(cwd, document)
      : await readVersion(cwd, document, wanted.head);
  if (wanted.bases.length > 0) {
    const bases = await Promise.all(wanted.bases.map((base) => readVersion(cwd, document, base)));
    return { bases, head };
  }
  const root = await rootOf(cwd);
  const commit = await mergeBaseWithMain(root, head.commit ?? "HEAD");
  const label = `merge base ${commit.slice(0, 7)}`;
  return { bases: [await readCommit(cwd, root, document, commit, label)], head };
}

async function readWorkingTree(cwd: string, document: string): Promise<VersionBytes> {
  const root = await gitText(cwd, ["rev-parse", "--show-toplevel"]);
  const file = root === undefined ? document : displayPath(root, resolve(cwd, document), document);
  const bytes = await readIfThere(resolve(cwd, document));
  const beside = besideFile(resolve(cwd, document));
  return { label: "working tree", file, beside, ...(bytes === undefined ? {} : { bytes }) };
}

/** A file where one of that name is there, and a git ref otherwise. */
async function readVersion(cwd: string, document: string, name: string): Promise<VersionBytes> {
  const path = resolve(cwd, name);
  if (await isFile(path)) {
    return { label: name, file: name, bytes: await readFile(path), beside: besideFile(path) };
  }
  const root = await gitText(cwd, ["rev-parse", "--show-toplevel"]);
  if (root === undefined) {
    throw new GitError(`"${name}" is no file, and ${cwd} is in no git repository.`);
  }
  return readCommit(cwd, root, document, await commitOf(root, name), name);
}

async function readCommit(
  cwd: string,
  root: string,
  document: string,
  commit: string,
  label: string,
): Promise<VersionBytes> {
  const path = displayPath(root, resolve(cwd, document), document);
  const found = await fileAt(root, commit, path);
  const besideAt = (main: string) => (other: string) =>
    fileBeside(root, commit, posix.join(posix.dirname(main), other));
  if (found !== undefined) {
    return { label, file: path, commit, bytes: found, beside: besideAt(path) };
  }
  const former = await formerPath(root, commit, path);
  const moved = former === undefined ? undefined : await fileAt(root, commit, former);
  return {
    label,
    file: former ?? path,
    commit,
    beside: besideAt(former ?? path),
    ...(moved === undefined ? {} : { bytes: moved }),
  };
}

/** Other files of a document are no larger than the loader takes. */
const MOST_BYTES = 32 * 1024 * 1024;

function besideFile(document: string): VersionBytes["beside"] {
  return (path) => readBeside(dirname(document), path, MOST_BYTES);
}

async function rootOf(cwd: string): Promise<string> {
  const root = await gitText(cwd, ["rev-parse", "--show-toplevel"]);
  if (root !== undefined) return root;
  throw new GitError(`${cwd} is in no git repository. Say what to compare with: --base <file>.`);
}

/** The path from the repository's root, with slashes, as git and reports write it. */
function displayPath(root: string, path: string, written: string): string {
  const inside = relative(root, path);
  if (inside.startsWith("..") || isAbsolute(inside)) return written;
  return inside.split(sep).join("/");
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  return (await isFile(path)) ? readFile(path) : undefined;
}

const CANDIDATES = ["", "spec", "api", "docs", "openapi"].flatMap((folder) =>
  ["yaml", "yml", "json"].map((ending) => join(folder, `openapi.${ending}`)),
);

/** The document that a repository most likely means. */
export async function findDocument(cwd: string): Promise<string | undefined> {
  for (const candidate of CANDIDATES) if (await isFile(resolve(cwd, candidate))) return candidate;
  return undefined;
}
