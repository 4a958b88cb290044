import { type Shape, shapeOf } from "./expect-shape.ts";
import type { Session } from "./session.ts";

export interface Pull {
  readonly number: number;
  readonly isOpen: boolean;
  /** Its conversation takes no comment. */
  readonly isLocked: boolean;
  readonly head: {
    readonly sha: string;
    readonly branch: string;
    /** `owner/name`; nothing where the fork is gone. */
    readonly repository: string | undefined;
  };
  readonly base: { readonly branch: string; readonly repository: string };
}

export interface Pulls {
  readonly pull: (number: number) => Promise<Pull>;
  /** The open pull requests of a branch, of this repository or of a fork. */
  readonly openPulls: (head: {
    readonly owner: string;
    readonly branch: string;
  }) => AsyncGenerator<Pull>;
  /** Paths that a pull request touches, the former paths of moved files included. */
  readonly changedPaths: (number: number) => AsyncGenerator<string>;
  /** The commit at the head of a branch; nothing where there is no such branch. */
  readonly branchHead: (branch: string) => Promise<string | undefined>;
}

export function pullsOf({ send, list }: Session): Pulls {
  return {
    pull: async (number) => {
      const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
      const { data } = await send(route, { pull_number: number });
      return pullOf(shapeOf(data, "pull"));
    },
    openPulls: async function* openPulls({ owner, branch }) {
      const filter = { state: "open", head: `${owner}:${branch}` };
      for await (const item of list("GET /repos/{owner}/{repo}/pulls", filter)) {
        yield pullOf(shapeOf(item, "pull"));
      }
    },
    changedPaths: async function* changedPaths(number) {
      const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/files";
      for await (const item of list(route, { pull_number: number })) {
        const shape = shapeOf(item, "file");
        yield shape.text("filename");
        const former = shape.textOrNull("previous_filename");
        if (former !== null) yield former;
      }
    },
    branchHead: async (branch) => {
      // The one that answers with exactly this branch, or with none.
      const { data } = await send("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", {
        ref: `heads/${branch}`,
      });
      if (!Array.isArray(data)) return undefined;
      return data
        .map((item) => shapeOf(item, "ref"))
        .find((ref) => ref.text("ref") === `refs/heads/${branch}`)
        ?.object("object")
        .text("sha");
    },
  };
}

function pullOf(shape: Shape): Pull {
  const head = shape.object("head");
  const base = shape.object("base");
  return {
    number: shape.number("number"),
    isOpen: shape.text("state") === "open",
    isLocked: shape.flag("locked"),
    head: {
      sha: head.text("sha"),
      branch: head.text("ref"),
      repository: head.maybe("repo")?.text("full_name"),
    },
    base: { branch: base.text("ref"), repository: base.object("repo").text("full_name") },
  };
}
