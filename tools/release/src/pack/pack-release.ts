import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { runVisibly, tryToRead } from "../edge/run.ts";
import { runTask } from "../edge/run-task.ts";
import { publicPackages } from "../edge/workspace.ts";
import { isPublishedAt } from "../publish/publish-release.ts";
import { registryAddress } from "../publish/registry.ts";
import { PackError, checkPack, packDigest, readPack } from "./read-pack.ts";

/** Variables whose presence says that a job could publish or write. */
const credentials = [
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "NODE_AUTH_TOKEN",
  "NPM_TOKEN",
  "GITHUB_TOKEN",
  "GH_TOKEN",
] as const;

/** A workflow's job that builds must hold no credential: it runs the code of every dependency. */
export function refuseCredentials(env: Readonly<Record<string, string | undefined>>): void {
  const found = credentials.filter((name) => (env[name] ?? "") !== "");
  if (env["CI"] === undefined || found.length === 0) return;
  throw new PackError(
    `A job that builds must not hold ${found.join(", ")}: it runs code of dependencies. Publish in a job of its own.`,
  );
}

/** Builds and packs what the registry lacks, checks it, and returns the digest of the pack. */
export async function packRelease(root: string, out: string): Promise<string> {
  runTask(root, "build", publicPackages(root));
  expectFresh(root);
  mkdirSync(join(out, "packages"), { recursive: true });
  runVisibly("changeset", ["pack", "--out-dir", relative(root, out)], { cwd: root });
  const digest = packDigest(out);
  const isPublished = isPublishedAt(registryAddress(root));
  const problems = await checkPack(root, readPack(out, digest), isPublished);
  if (problems.length > 0) throw new PackError(problems.join("\n"));
  return digest;
}

function expectFresh(root: string): void {
  const fresh = ["run", "fresh", "--filter=@flex-channels/contract", "--output-logs=errors-only"];
  const { status, stdout, stderr } = tryToRead("turbo", fresh, { cwd: root });
  if (status === 0) return;
  throw new PackError(
    `${stdout}${stderr}\nThe generated contract is not what the document gives. Run pnpm generate, and commit what it writes.`,
  );
}
