/** What turbo and pnpm write around a task: what ran, in which folder, for how long. */
const FRAME: readonly RegExp[] = [
  /^ *• /,
  /^cache (?:hit|miss|bypass), /,
  /^\$ /,
  /^\[ELIFECYCLE\] /,
  /^ *(?:Tasks|Cached|Time|Failed): {2,}/,
  /^[\w@./-]+#[\w:-]+: +ERROR /,
  /^ *ERROR +run failed: /,
];

/** A program's own word for how long it took, such as `validated in 235ms`. */
const DURATION = / in \d+(?:\.\d+)?m?s\.?$/;

/**
 * What a task itself has to say. The frame around it hides the reason at its end, and a duration or
 * a folder of this machine would make two runs of one commit differ: a comment is sent again only
 * when its words change.
 */
export function taskOutput(output: string, root: string): string {
  return output
    .replaceAll("\r\n", "\n")
    .replaceAll(`${root}/`, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => FRAME.every((frame) => !frame.test(line)) && !DURATION.test(line))
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}
