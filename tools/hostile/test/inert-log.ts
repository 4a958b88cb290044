import { hostileTexts } from "../src/hostile-texts.ts";
import type { MarkdownRules } from "../src/inert/markdown.ts";
import { workflowCommands } from "../src/inert/runner.ts";

export const words: readonly string[] = hostileTexts.map(({ word }) => word);

/**
 * Links of ours lead into the repository, and to the editor of the branch. A long text of letters
 * is dangerous by its length alone: words of people that hold no markup may stand as they are.
 */
export const rules: MarkdownRules = {
  links: ["https://github.com/o/r/", "https://github.com/fork/r/new/"],
  words: words.filter((word) => word !== "evil-long"),
};

/**
 * What a log would make the runner do besides the commands that are meant. Stopping its ears with
 * a word that nobody can guess is always meant.
 */
export function commandProblems(log: string, meant: readonly string[]): readonly string[] {
  const keys = new Set(["col", "file", "line", "title"]);
  return workflowCommands(log)
    .filter(({ name, properties, data }) => {
      if (name === "stop-commands") return !/^[\da-f]{8}-[\da-f-]{27}$/.test(data);
      return !meant.includes(name) || Object.keys(properties).some((key) => !keys.has(key));
    })
    .map((command) => JSON.stringify(command));
}
