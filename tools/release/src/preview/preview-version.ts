/** What a preview cannot be named after. */
export class PreviewError extends Error {
  override readonly name = "PreviewError";
}

/**
 * Version of a preview: below every release, told apart by pull request and commit (SemVer §9, §11).
 * The letter keeps a commit of digits from being read as a number with leading zeros.
 */
export function previewVersion(pullRequest: string, commit: string): string {
  if (!/^[1-9]\d{0,9}$/.test(pullRequest)) {
    throw new PreviewError(
      `--number: expected the number of a pull request, such as 12, received ${JSON.stringify(pullRequest)}.`,
    );
  }
  if (!/^[0-9a-f]{40}$/.test(commit)) {
    throw new PreviewError(`Expected a commit, received ${JSON.stringify(commit)}.`);
  }
  return `0.0.0-pr.${pullRequest}.g${commit.slice(0, 9)}`;
}

/** A manifest with another version, every other byte as it was. */
export function withVersion(manifest: string, version: string): string {
  return manifest.replace(/^(\s*"version": )"[^"]*"/m, `$1${JSON.stringify(version)}`);
}

/** How the tarballs of a preview are tried. */
export function previewInstructions(version: string, files: readonly string[]): string {
  return [
    `# Preview ${version}`,
    "",
    "The packages as this pull request would publish them. They are in no registry: install all that",
    "depend on each other from the folder they lie in.",
    "",
    "```sh",
    `npm install ${files.map((file) => `./${file}`).join(" ")}`,
    "```",
    "",
    "They were built from the code of a pull request that nobody may have read yet. Try them where",
    "you would run that code.",
    "",
  ].join("\n");
}
