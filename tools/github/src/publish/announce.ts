import { renderStale } from "../comment/stale-comment.ts";
import { applyComment, applyStatus } from "./apply-plan.ts";
import { findComment } from "./find-comment.ts";
import { locateRun } from "./locate-run.ts";
import { write } from "./plan-comment.ts";
import type { Publication, Told } from "./publication.ts";

/** An analysis has begun: the comment that stands is stale, and the status waits. */
export async function announce(publication: Publication): Promise<Told> {
  const { github, name } = publication;
  const run = await github.run(publication.run);
  // Events come late and in any order; the result has been told, or will be.
  if (run.isOver) return "The run is over: nothing to announce.";
  const subject = await locateRun(publication, run, undefined);
  if (subject.kind === "nothing") return `Nothing to announce: ${subject.why}.`;
  if (subject.kind === "pull") {
    const { number } = subject.pull;
    const existing = await findComment(github, number, publication);
    if (existing !== undefined) {
      const text = renderStale(existing.text, run.headSha);
      const plan = write(name, text, existing.marker.saidBreaking, existing, true);
      await applyComment(github, number, plan, existing.url);
    }
  }
  const status = {
    state: "pending",
    description: "The contract is being reviewed.",
    context: name,
    targetUrl: run.url,
  } as const;
  const isSet = await applyStatus(github, run.headSha, status, subject.isStillHead);
  return isSet ? "Announced." : "The head has moved on: no status was set.";
}
