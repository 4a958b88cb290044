import { presentComment } from "../present/conversation.ts";
import type { Answer, Call } from "../server/answer.ts";
import { GithubRefusal, created, found, invalid } from "../server/answer.ts";
import { paginate } from "../server/paginate.ts";
import type { Comment } from "../state/model.ts";
import { actor, checkBody, findIssue, textOf } from "./issue-access.ts";

/** Oldest first, by id. */
export function listComments(call: Call): Answer {
  const { number } = findIssue(call);
  const since = call.text("since");
  const comments = [...call.state.comments.values()]
    .filter(({ issue }) => issue === number)
    .filter(({ updatedAt }) => since === undefined || Date.parse(updatedAt) >= Date.parse(since))
    .toSorted((left, right) => left.id - right.id);
  return paginate(call, comments, (comment) => presentComment(call, comment));
}

export function getComment(call: Call): Answer {
  return { status: 200, body: presentComment(call, findComment(call)) };
}

export function createComment(call: Call): Answer {
  const { number, locked } = findIssue(call);
  if (locked) {
    throw new GithubRefusal(403, "Unable to create comment because issue is locked.");
  }
  const comment = call.state.comment(number, textFor(call), actor(call).login);
  return created(presentComment(call, comment));
}

export function updateComment(call: Call): Answer {
  const comment = findComment(call);
  const changed: Comment = { ...comment, body: textFor(call), updatedAt: call.state.now() };
  call.state.comments.set(comment.id, changed);
  return { status: 200, body: presentComment(call, changed) };
}

export function deleteComment(call: Call): Answer {
  call.state.comments.delete(findComment(call).id);
  return { status: 204 };
}

export function findComment({ state, number }: Call): Comment {
  return found(state.comments.get(number("comment_id") ?? 0));
}

function textFor({ body }: Call): string {
  const text = textOf(body["body"]) ?? "";
  if (text.trim() === "") throw invalid("IssueComment", "body", "body can't be blank");
  checkBody("IssueComment", text);
  return text;
}
