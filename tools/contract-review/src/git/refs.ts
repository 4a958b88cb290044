import { GitError, git, gitNow, gitText } from "./git.ts";

/** The commit that a ref names. A ref that looks like an option is refused, not passed on. */
export async function commitOf(root: string, ref: string): Promise<string> {
  if (ref.startsWith("-") || ref.trim() === "") {
    throw new GitError(`"${ref}" is no git ref. Expected a branch, tag or commit, such as main.`);
  }
  const commit = await gitText(root, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`,
  ]);
  if (commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit)) return commit;
  throw new GitError(
    `"${ref}" is neither a file nor a git ref here. Expected a branch, tag or commit, such as main, or the path of a document.`,
  );
}

const MAIN_BRANCHES = ["origin/HEAD", "origin/main", "main", "origin/master", "master"];

/** Where the work in the head left the main branch. */
export async function mergeBaseWithMain(root: string, head: string): Promise<string> {
  let found: string | undefined;
  for (const branch of MAIN_BRANCHES) {
    const commit = await gitText(root, ["rev-parse", "--verify", "--quiet", `${branch}^{commit}`]);
    if (commit === undefined || commit === "") continue;
    found ??= branch;
    const mergeBase = await gitText(root, ["merge-base", commit, head]);
    if (mergeBase !== undefined && mergeBase !== "") return mergeBase;
  }
  if (found !== undefined) {
    const isShallow = (await gitText(root, ["rev-parse", "--is-shallow-repository"])) === "true";
    throw new GitError(
      isShallow
        ? `This clone is shallow and does not hold the commit where the work left ${found}. Fetch the rest with git fetch --unshallow, or say what to compare with: --base <git ref or file>.`
        : `${found} and the work have no commit in common. Say what to compare with: --base <git ref or file>.`,
    );
  }
  throw new GitError(
    `No main branch was found (${MAIN_BRANCHES.join(", ")}). Say what to compare with: --base <git ref or file>.`,
  );
}

/** The bytes of a file as a commit has it; nothing where it has none. */
export async function fileAt(
  root: string,
  commit: string,
  path: string,
): Promise<Buffer | undefined> {
  const listed = await git(root, [
    "ls-tree",
    "-z",
    "--full-tree",
    commit,
    "--",
    `:(literal)${path}`,
  ]);
  const object = blobIn(listed.toString("utf8"));
  return object === undefined ? undefined : git(root, ["cat-file", "blob", object]);
}

/** {@link fileAt} for a reader that cannot wait, such as the loader of a document. */
export function fileBeside(root: string, commit: string, path: string): Buffer | undefined {
  const listed = gitNow(root, ["ls-tree", "-z", "--full-tree", commit, "--", `:(literal)${path}`]);
  const object = blobIn(listed?.toString("utf8") ?? "");
  return object === undefined ? undefined : gitNow(root, ["cat-file", "blob", object]);
}

/** The blob that `ls-tree` lists. Mode 120000 is a symbolic link, whose text is a path and no file. */
function blobIn(listed: string): string | undefined {
  const [mode, kind, object] = listed.split(/[ \t]/);
  return kind !== "blob" || mode === "120000" ? undefined : object;
}

/** The name that a file of the head had in an older commit, if it was moved since. */
export async function formerPath(
  root: string,
  commit: string,
  path: string,
): Promise<string | undefined> {
  const changes = await gitText(root, [
    "diff",
    "--find-renames",
    "--diff-filter=R",
    "--name-status",
    "-z",
    commit,
    "--",
  ]);
  const fields = (changes ?? "").split("\0");
  for (let index = 0; index + 2 < fields.length; index += 3) {
    if (fields[index + 2] === path) return fields[index + 1];
  }
  return undefined;
}

/** `https://github.com/owner/name` of the remote `origin`, where it is one. */
export async function repositoryUrl(root: string): Promise<string | undefined> {
  const remote = await gitText(root, ["remote", "get-url", "origin"]);
  const match =
    /^(?:https:\/\/(?:[^@/]*@)?|ssh:\/\/git@|git@)([\w.-]+)[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(
      remote ?? "",
    );
  return match === null
    ? undefined
    : `https://${match[1] ?? ""}/${match[2] ?? ""}/${match[3] ?? ""}`;
}
