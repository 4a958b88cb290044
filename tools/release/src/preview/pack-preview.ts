import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { read } from "../edge/run.ts";
import { runTask } from "../edge/run-task.ts";
import { publicPackages } from "../edge/workspace.ts";
import { writeWhole } from "../edge/write-whole.ts";
import { refuseCredentials } from "../pack/pack-release.ts";
import { headOf } from "../publish/publish-release.ts";
import { writeClientVersion } from "../version/write-version.ts";
import {
  PreviewError,
  previewInstructions,
  previewVersion,
  withVersion,
} from "./preview-version.ts";

export interface PreviewOptions {
  readonly root: string;
  /** Number of the pull request. */
  readonly number: string;
  readonly out: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Packs every package under a version of its own. Writes to the checkout, which is thrown away. */
export function packPreview({ root, number, out, env }: PreviewOptions): string {
  refuseCredentials(env);
  if (env["CI"] === undefined) {
    throw new PreviewError(
      "A preview rewrites the versions of the checkout that it is made in. Make it in a clone, with CI=true.",
    );
  }
  const version = previewVersion(number, headOf(root));
  const packages = publicPackages(root);
  for (const { folder } of packages) {
    const manifest = join(root, folder, "package.json");
    writeWhole(manifest, withVersion(readFileSync(manifest, "utf8"), version));
  }
  writeClientVersion(root, version);
  runTask(root, "generate");
  runTask(root, "build", packages);
  mkdirSync(out, { recursive: true });
  const files = packages.map(({ folder, manifest }) => {
    const file = `${manifest.name.slice(1).replace("/", "-")}.tgz`;
    read("pnpm", ["pack", "--out", resolve(out, file)], { cwd: join(root, folder) });
    return file;
  });
  const instructions = previewInstructions(version, files);
  writeWhole(join(out, "README.md"), instructions);
  return instructions;
}
