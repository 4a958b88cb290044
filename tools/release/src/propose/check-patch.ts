/** A patch that touches more than a release writes. */
export class PatchError extends Error {
  override readonly name = "PatchError";
}

/** What `pnpm version-packages` writes; nothing else comes into a branch with a token that can push. */
const allowed: readonly { readonly path: RegExp; readonly status: RegExp }[] = [
  { path: /^\.changeset\/[\w.-]+\.md$/, status: /^D$/ },
  { path: /^(?:packages|tools)\/[\w-]+\/(?:CHANGELOG\.md|package\.json)$/, status: /^[AM]$/ },
  { path: /^packages\/contract\/src\/[\w-]+\.ts$/, status: /^[AMD]$/ },
  { path: /^packages\/client\/src\/version\.ts$/, status: /^M$/ },
];

/** Modes of a file and of none: a link would be written through, a program would be run. */
const modes: ReadonlySet<string> = new Set(["100644", "000000"]);

/** The changed paths of `git diff --raw -z --no-renames`, all of them expected. */
export function checkPatch(raw: string): readonly string[] {
  const fields = raw.split("\0").filter((field) => field !== "");
  const paths: string[] = [];
  for (let index = 0; index < fields.length; index += 2) {
    const [about = "", path = ""] = fields.slice(index, index + 2);
    const [, mode = "", , , status = ""] = about.split(" ");
    const isExpected =
      modes.has(mode) && allowed.some((row) => row.path.test(path) && row.status.test(status));
    if (!isExpected) {
      throw new PatchError(
        `The version step must not write ${JSON.stringify(path)} (${status}, mode ${mode}). Expected versions, changelogs, spent changesets and the generated contract.`,
      );
    }
    paths.push(path);
  }
  if (paths.length === 0) throw new PatchError("The patch is empty: there is nothing to release.");
  return paths;
}
