import type { Analysis } from "../analysis/analysis.ts";
import type { CommentContext } from "../comment/render-comment.ts";
import { renderUnfinished } from "../comment/stale-comment.ts";
import { statusDescription } from "../comment/verdict.ts";
import { type Gate, judgeGate } from "../gate/judge-gate.ts";
import type { Pull, Run } from "../rest/connect-github.ts";
import { applyComment, applyStatus } from "./apply-plan.ts";
import { fetchAnalysis } from "./fetch-analysis.ts";
import { findComment } from "./find-comment.ts";
import { type Subject, locateRun } from "./locate-run.ts";
import { planComment, write } from "./plan-comment.ts";
import type { Publication, Told } from "./publication.ts";

const MOVED = "The head has moved on: its own analysis will speak.";

/** An analysis has ended: its comment, then its status, on the exact commit that it is about. */
export async function publish(publication: Publication): Promise<Told> {
  const { github, name, gate: config } = publication;
  const run = await github.run(publication.run);
  if (!run.isOver) return "The run goes on, or was started again: nothing to tell yet.";
  const fetched = await fetchAnalysis(github, run, name);
  const claimed = fetched.kind === "found" ? fetched.analysis.pull : undefined;
  const subject = await locateRun(publication, run, claimed);
  if (subject.kind === "nothing") return `Nothing to tell: ${subject.why}.`;
  if (fetched.kind === "missing") return tellMissing(publication, run, subject, fetched.why);
  const { analysis } = fetched;
  const gate = judgeGate(analysis, config);
  const url =
    subject.kind === "pull"
      ? await tellPull(publication, run, subject.pull, subject.isStillHead, analysis, gate)
      : undefined;
  const status = {
    state: gate.passed ? "success" : "failure",
    description: statusDescription(analysis, gate),
    context: name,
    targetUrl: url ?? run.url,
  } as const;
  const isSet = await applyStatus(github, run.headSha, status, subject.isStillHead);
  return isSet ? status.description : MOVED;
}

async function tellPull(
  publication: Publication,
  run: Run,
  pull: Pull,
  isStillHead: () => Promise<boolean>,
  analysis: Analysis,
  gate: Gate,
): Promise<string | undefined> {
  const { github, name } = publication;
  const context = await contextOf(publication, run, pull);
  const existing = await findComment(github, pull.number, publication);
  const plan = planComment(name, analysis, gate, context, existing);
  if (!(await isStillHead())) return undefined;
  const result = await applyComment(github, pull.number, plan, existing?.url);
  return result.kind === "stands" ? result.url : undefined;
}

async function contextOf(
  { github, serverUrl, gate }: Publication,
  run: Run,
  { number, head }: Pull,
): Promise<CommentContext> {
  const judges: string[] = [];
  for await (const path of github.changedPaths(number)) {
    if (gate.judges.some((start) => path.startsWith(start))) judges.push(path);
  }
  return {
    serverUrl,
    repository: `${github.repository.owner}/${github.repository.name}`,
    runUrl: run.url,
    judges,
    ...(head.repository === undefined
      ? {}
      : { branch: { repository: head.repository, branch: head.branch } }),
  };
}

/** No result that can be believed: what stood there stays, marked; nothing passes. */
async function tellMissing(
  { github, name, author }: Publication,
  run: Run,
  subject: Exclude<Subject, { kind: "nothing" }>,
  why: string,
): Promise<Told> {
  if (!(await subject.isStillHead())) return MOVED;
  if (subject.kind === "pull") {
    const { number } = subject.pull;
    const existing = await findComment(github, number, { name, author });
    if (existing !== undefined) {
      const text = renderUnfinished(existing.text, run.headSha, run.url);
      const plan = write(name, text, existing.marker.saidBreaking, existing, true);
      await applyComment(github, number, plan, existing.url);
    }
  }
  await github.setStatus(run.headSha, {
    state: "error",
    description: "The analysis ended without a result: run it again.",
    context: name,
    targetUrl: run.url,
  });
  return `The analysis ended without a result: ${why}.`;
}
