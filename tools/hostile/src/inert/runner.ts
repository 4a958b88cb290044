/** A line of a log that GitHub's runner would obey. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const names = new Set([
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "internal-set-repo-path",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
]);

/**
 * The commands that the runner finds in what a step wrote. Leading space is no shelter: the runner
 * trims it; and the old form `##[name]` is found anywhere in a line. After `stop-commands` it waits
 * for the word that was given.
 *
 * Source: ActionCommand.cs and ActionCommandManager.cs of actions/runner.
 */
export function workflowCommands(log: string): readonly WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let word: string | undefined;
  for (const line of log.split(/\r\n|[\n\r]/)) {
    const known = new Set([...names, ...(word === undefined ? [] : [word])]);
    const command = parseNew(line, known) ?? parseOld(line, known);
    if (command === undefined) continue;
    if (word !== undefined) {
      if (command.name === word) word = undefined;
      continue;
    }
    commands.push(command);
    if (command.name === "stop-commands") word = command.data;
  }
  return commands;
}

function parseNew(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const [, info, data] = /^\s*::(.*?)::(.*)$/su.exec(line) ?? [];
  return info === undefined ? undefined : read(info, ",", data ?? "", known);
}

function parseOld(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const [, info, data] = /##\[(.*?)\](.*)$/su.exec(line) ?? [];
  return info === undefined ? undefined : read(info, ";", data ?? "", known);
}

function read(
  info: string,
  separator: string,
  data: string,
  known: ReadonlySet<string>,
): WorkflowCommand | undefined {
  const space = info.indexOf(" ");
  const name = space === -1 ? info : info.slice(0, space);
  if (!known.has(name)) return undefined;
  const pairs = (space === -1 ? "" : info.slice(space + 1))
    .split(separator)
    .map((pair): readonly [string, string] => {
      const [key = "", ...value] = pair.split("=");
      return [key.trim(), unescape(value.join("="))];
    })
    .filter(([key]) => key !== "");
  return { name, properties: Object.fromEntries(pairs), data: unescape(data) };
}

function unescape(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}
