/** What turbo and pnpm say around the output of a task that failed. */
const frame: readonly RegExp[] = [
  /^\s+• /,
  /^cache (?:miss|hit|bypass)/,
  /^\$ /,
  /^\[ELIFECYCLE\]/,
  /^\s*(?:Tasks|Cached|Time|Failed):\s/,
  /^\S+#\S+:\s+ERROR\s/,
  /^\s*ERROR\s+run failed/,
];

/**
 * What the failed task itself said, its files named from the repository's root: a task runs in its
 * package, two folders down, and whoever reads this stands at the root.
 */
export const taskOutput = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !frame.some((pattern) => pattern.test(line)))
    .join("\n")
    .replaceAll(/(?<![\w./])\.\.\/\.\.\//g, "")
    .trim();
