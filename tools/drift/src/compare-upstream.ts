import type { Finding } from "@flex-channels/contract-review";
import { defaultConfig, reviewContracts } from "@flex-channels/contract-review";
import type { OpenApiDocument } from "@flex-channels/document";
import type { Accepted } from "./accepted.ts";
import { accepts } from "./accepted.ts";
import type { AcceptedFinding, Drift } from "./drift.ts";

export interface UpstreamRequest {
  readonly ours: OpenApiDocument;
  readonly theirs: OpenApiDocument;
  readonly accepted: readonly Accepted[];
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
}

/**
 * Compares what two documents say of the operations that ours describes. Theirs is taken for the
 * truth: read as an edit of ours into theirs, what breaks is what a client built on ours would
 * meet, requests and responses each in their direction. Only the wire counts; operation ids, words
 * and examples are each document's own business.
 */
export async function compareUpstream(request: UpstreamRequest): Promise<Drift> {
  const { ours, theirs, accepted, today } = request;
  const review = await reviewContracts({
    bases: [{ label: ours.file, document: ours }],
    head: { label: theirs.file, document: theirs },
    config: defaultConfig,
    waivers: [],
    today,
    promises: ["wire"],
  });
  const findings = review.comparisons
    .flatMap((comparison) => comparison.findings)
    .filter(isAboutOurs);
  const telling = findings.filter((finding) => !isSilence(finding));
  const taken = telling.flatMap((finding): readonly AcceptedFinding[] => {
    const entry = accepted.find((each) => accepts(each, finding));
    return entry === undefined ? [] : [{ finding, reason: entry.reason }];
  });
  const open = telling.filter((finding) => !taken.some((each) => each.finding === finding));
  return {
    ours: ours.file,
    theirs: theirs.file,
    breaks: open.filter(({ answer }) => answer !== "compatible"),
    news: open.filter(({ answer }) => answer === "compatible"),
    accepted: taken,
    unused: accepted.filter((entry) => !telling.some((finding) => accepts(entry, finding))),
    silent: findings.length - telling.length,
  };
}

/** Their further operations are not ours to describe, and words are nobody's contract. */
function isAboutOurs({ direction, ruleId }: Finding): boolean {
  return direction !== "document" && ruleId !== "request-operation-added";
}

/**
 * Theirs says nothing where ours says something, and nothing breaks: an error status, a header. A
 * document that lists less is no evidence that the service does less.
 */
function isSilence({ answer, now }: Finding): boolean {
  return answer === "compatible" && now === undefined;
}
