import { git } from "./git.ts";

/** A version of the document that is no longer the present one. */
export interface EarlierDocument {
  /** What a person calls it: a release, or a commit. */
  readonly label: string;
  readonly commit: string;
  readonly text: string;
}

export interface EarlierDocumentWanted {
  readonly repository: string;
  /** Path of the document in the repository, with slashes. */
  readonly path: string;
  /** The present text: what equals it is no change. */
  readonly text: string;
  /** Name of the package whose releases carry the document. */
  readonly package: string;
}

/**
 * The document of the last release; where that is the present one, or nothing was released, the
 * last one in the history that differs from the present.
 */
export async function findEarlierDocument(
  wanted: EarlierDocumentWanted,
): Promise<EarlierDocument | undefined> {
  for (const { label, commit } of await candidates(wanted)) {
    const text = await git(wanted.repository, ["show", `${commit}:${wanted.path}`]);
    if (text !== undefined && text !== wanted.text) return { label, commit, text };
  }
  return undefined;
}

async function candidates({
  repository,
  path,
  package: name,
}: EarlierDocumentWanted): Promise<readonly { readonly label: string; readonly commit: string }[]> {
  const tag = await git(repository, ["describe", "--tags", "--abbrev=0", "--match", `${name}@*`]);
  const release = tag?.trim() ?? "";
  const released = await git(repository, ["rev-parse", "--verify", `${release}^{commit}`]);
  const log = await git(repository, ["log", "--format=%H", "--", path]);
  const commits = (log ?? "").split("\n").filter((line) => line !== "");
  return [
    ...(released === undefined ? [] : [{ label: release, commit: released.trim() }]),
    ...commits.map((commit) => ({ label: `commit ${commit.slice(0, 7)}`, commit })),
  ];
}
