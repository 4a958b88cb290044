import { Validator } from "@cfworker/json-schema";
import type { Analysis } from "./analysis.ts";
import { analysisSchema } from "./analysis-schema.ts";
import { limits } from "./limits.ts";
import { parseReview } from "./parse-review.ts";

/** A result that is not what the analysis writes: somebody else wrote it, or a part is missing. */
export class AnalysisError extends Error {
  override readonly name = "AnalysisError";
}

/**
 * Reads a result as the work of a stranger: bounded in length, depth and number before anything
 * follows it, then held against its schema.
 */
export function parseAnalysis(bytes: Uint8Array): Analysis {
  if (bytes.byteLength > limits.resultBytes) {
    throw new AnalysisError(`the result is longer than ${String(limits.resultBytes)} bytes`);
  }
  const value = parseJson(bytes);
  refuseExcess(value);
  const { valid, errors } = new Validator(analysisSchema, "2020-12").validate(value);
  if (!valid) {
    const [error] = errors.slice(-1);
    throw new AnalysisError(
      `the result does not fit its schema at ${error?.instanceLocation ?? "#"} (${error?.keyword ?? "unknown"})`,
    );
  }
  const { formatVersion: _, ...analysis } = value as Analysis & { readonly formatVersion: 1 };
  const { outcome } = analysis;
  return outcome.kind === "reviewed"
    ? { ...analysis, outcome: { ...outcome, review: parseReview(outcome.review) } }
    : analysis;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new AnalysisError("the result is no JSON in UTF-8");
  }
}

/** Without recursion: what is nested too deep would end the walk that looks for it. */
function refuseExcess(root: unknown): void {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== "object" || value === null) continue;
    if (depth > limits.depth) {
      throw new AnalysisError(`the result is nested deeper than ${String(limits.depth)}`);
    }
    const members = Object.values(value) as readonly unknown[];
    if (members.length > limits.items) {
      throw new AnalysisError(`the result has a list of more than ${String(limits.items)} items`);
    }
    for (const member of members) open.push({ value: member, depth: depth + 1 });
  }
}
