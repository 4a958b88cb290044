import type { Analysis } from "../analysis/analysis.ts";
import {
  type CommentContext,
  renderComment,
  renderCompatibleAgain,
  renderUntouched,
} from "../comment/render-comment.ts";
import { readMarker, withMarker } from "../comment/marker.ts";
import { isBreaking, isSilent } from "../comment/verdict.ts";
import type { Gate } from "../gate/judge-gate.ts";
import type { FoundComment } from "./find-comment.ts";

/** What happens to the one comment. */
export type CommentPlan =
  | { readonly kind: "leave" }
  | { readonly kind: "create"; readonly body: string }
  | { readonly kind: "update"; readonly id: number; readonly body: string };

/** From the facts and the comment that is there: silence, one line, or the whole text. */
export function planComment(
  name: string,
  analysis: Analysis,
  gate: Gate,
  context: CommentContext,
  existing: FoundComment | undefined,
): CommentPlan {
  const saidBefore = existing?.marker.saidBreaking === true;
  const text = textOf(analysis, gate, context, existing);
  if (text === undefined) return { kind: "leave" };
  return write(name, text, saidBefore || isBreaking(analysis), existing);
}

/** Writes a text; nothing is sent where the very text stands there already. */
export function write(
  name: string,
  text: string,
  saidBreaking: boolean,
  existing: FoundComment | undefined,
  isStale = false,
): CommentPlan {
  const body = withMarker(text, { name, saidBreaking, isStale });
  if (existing === undefined) return { kind: "create", body };
  const isSame = isStale
    ? existing.text === text
    : existing.marker.digest === readMarker(body)?.marker.digest;
  return isSame ? { kind: "leave" } : { kind: "update", id: existing.id, body };
}

function textOf(
  analysis: Analysis,
  gate: Gate,
  context: CommentContext,
  existing: FoundComment | undefined,
): string | undefined {
  const saidBefore = existing?.marker.saidBreaking === true;
  if (saidBefore && gate.passed && !isBreaking(analysis) && !hasWaiver(analysis)) {
    return renderCompatibleAgain(analysis);
  }
  if (!isSilent(analysis, gate)) return renderComment(analysis, gate, context);
  return existing === undefined ? undefined : renderUntouched(analysis);
}

/** What is waived breaks all the same. */
function hasWaiver({ outcome }: Analysis): boolean {
  return (
    outcome.kind === "reviewed" &&
    outcome.review.comparisons.some(({ findings }) =>
      findings.some(({ waiver }) => waiver !== undefined),
    )
  );
}
