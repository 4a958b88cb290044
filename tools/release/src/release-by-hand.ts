import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packRelease } from "./pack/pack-release.ts";
import { publishRelease } from "./publish/publish-release.ts";
import { tagRelease } from "./publish/tag-release.ts";
import { readinessFacts, readinessProblems } from "./readiness.ts";

/** A release that must not be made now. */
export class NotReadyError extends Error {
  override readonly name = "NotReadyError";
}

/** `pnpm release`: what the workflow's jobs do, one after the other, for the day it cannot run. */
export async function releaseByHand(
  root: string,
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<void> {
  const problems = readinessProblems(readinessFacts(root));
  if (problems.length > 0) throw new NotReadyError(problems.map((one) => `- ${one}`).join("\n"));
  const from = mkdtempSync(join(tmpdir(), "release-pack-"));
  try {
    const digest = await packRelease(root, from);
    await publishRelease({ root, from, digest, env, log });
    await tagRelease({ root, from, digest, log });
  } finally {
    rmSync(from, { recursive: true, force: true });
  }
}
