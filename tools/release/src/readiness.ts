import { tryToRead } from "./edge/run.ts";
import { pendingChangesets } from "./plan-release.ts";

/** What is asked before a release is made by hand. */
export interface ReadinessFacts {
  /** Empty where HEAD is detached. */
  readonly branch: string;
  readonly head: string;
  /** Where `origin` has the branch; empty where it has none. */
  readonly upstream: string;
  /** Changed and unknown files. */
  readonly dirty: readonly string[];
  readonly pending: readonly string[];
}

const mainBranch = "main";
const mostFiles = 5;

/** Why no release may be made now, each with what mends it. */
export function readinessProblems(facts: ReadinessFacts): readonly string[] {
  const { branch, head, upstream, dirty, pending } = facts;
  const rest = dirty.length - mostFiles;
  const files = `${dirty.slice(0, mostFiles).join(", ")}${rest > 0 ? ` and ${String(rest)} more` : ""}`;
  return [
    ...(branch === mainBranch
      ? []
      : [
          `Releases are made from ${mainBranch}, and this is ${branch === "" ? "a detached HEAD" : branch}. git switch ${mainBranch}`,
        ]),
    ...(dirty.length === 0
      ? []
      : [`The working tree holds what is not committed: ${files}. Commit it or put it away.`]),
    ...(upstream === head
      ? []
      : [
          `origin/${mainBranch} is at ${upstream === "" ? "no commit" : upstream.slice(0, 7)} and HEAD at ${head.slice(0, 7)}: a tag would name what nobody can fetch. git pull --ff-only, or push through a pull request.`,
        ]),
    ...(pending.length === 0
      ? []
      : [
          `${pending.length === 1 ? "A changeset waits" : `${String(pending.length)} changesets wait`} (${pending.slice(0, mostFiles).join(", ")}): ${pending.length === 1 ? "its change" : "their changes"} would be published under the last version. pnpm version-packages, and merge what it writes.`,
        ]),
  ];
}

/** Asks git and the folder of changesets. */
export function readinessFacts(root: string): ReadinessFacts {
  const git = (...args: readonly string[]): string => {
    const { status, stdout } = tryToRead("git", args, { cwd: root });
    return status === 0 ? stdout.trimEnd() : "";
  };
  return {
    branch: git("symbolic-ref", "--short", "--quiet", "HEAD"),
    head: git("rev-parse", "HEAD"),
    upstream: git("rev-parse", "--verify", "--quiet", `refs/remotes/origin/${mainBranch}`),
    dirty: git("status", "--porcelain", "-z")
      .split("\0")
      .filter((entry) => entry !== "")
      .map((entry) => entry.slice(3)),
    pending: pendingChangesets(root),
  };
}
