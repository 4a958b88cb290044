import { type Shape, shapeOf } from "./expect-shape.ts";
import type { Session } from "./session.ts";

/** A comment of an issue or of a pull request's conversation. */
export interface Comment {
  readonly id: number;
  /** Login of its author; nothing where the account is gone. */
  readonly author: string | undefined;
  readonly body: string;
  readonly url: string;
}

export interface Comments {
  readonly comments: (issue: number) => AsyncGenerator<Comment>;
  readonly createComment: (issue: number, body: string) => Promise<Comment>;
  readonly updateComment: (id: number, body: string) => Promise<Comment>;
}

export function commentsOf({ send, list }: Session): Comments {
  return {
    comments: async function* comments(issue) {
      const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
      for await (const item of list(route, { issue_number: issue }))
        yield commentOf(shapeOf(item, "comment"));
    },
    createComment: async (issue, body) => {
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const { data } = await send(route, { issue_number: issue, body });
      return commentOf(shapeOf(data, "comment"));
    },
    updateComment: async (id, body) => {
      const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
      const { data } = await send(route, { comment_id: id, body });
      return commentOf(shapeOf(data, "comment"));
    },
  };
}

function commentOf(shape: Shape): Comment {
  return {
    id: shape.number("id"),
    author: shape.maybe("user")?.text("login"),
    body: shape.textOrNull("body") ?? "",
    url: shape.text("html_url"),
  };
}
