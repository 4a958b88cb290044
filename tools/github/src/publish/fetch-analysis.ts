import type { Analysis } from "../analysis/analysis.ts";
import { limits } from "../analysis/limits.ts";
import { AnalysisError, parseAnalysis } from "../analysis/parse-analysis.ts";
import { readArchive } from "../analysis/read-archive.ts";
import { type GitHub, type Run, isGitHubError } from "../rest/connect-github.ts";

/** The result of a run, or why there is none that can be believed. */
export type Fetched =
  | { readonly kind: "found"; readonly analysis: Analysis }
  | { readonly kind: "missing"; readonly why: string };

/**
 * Fetches what a run left behind. Whoever opened the pull request may have written it: it is read
 * within limits, held against its schema, and must speak of the commit that GitHub says the run
 * was about.
 */
export async function fetchAnalysis(github: GitHub, run: Run, name: string): Promise<Fetched> {
  // A run that was repeated has an artifact of each attempt; the newest is the last one's.
  let newest: { readonly id: number; readonly bytes: number } | undefined;
  for await (const artifact of github.artifacts(run.id)) {
    if (artifact.name !== name || artifact.isExpired) continue;
    if (newest === undefined || artifact.id > newest.id) newest = artifact;
  }
  if (newest === undefined) return missing("it left no artifact");
  if (newest.bytes > limits.archiveBytes) return missing("its artifact is too long");
  try {
    const archive = await github.downloadArtifact(newest.id, limits.archiveBytes);
    const analysis = parseAnalysis(await readArchive(archive));
    return analysis.commit === run.headSha
      ? { kind: "found", analysis }
      : missing("its result speaks of another commit");
  } catch (error) {
    if (error instanceof AnalysisError) return missing(error.message);
    if (isGitHubError(error) && (error.status === 404 || error.status === 410)) {
      return missing("its artifact is gone");
    }
    if (error instanceof Error && error.name === "TooLongError") {
      return missing("its artifact is too long");
    }
    throw error;
  }
}

function missing(why: string): Fetched {
  return { kind: "missing", why };
}
