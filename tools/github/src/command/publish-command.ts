import { visibleText } from "@flex-channels/contract-review";
import { announce } from "../publish/announce.ts";
import type { Publication } from "../publish/publication.ts";
import { publish } from "../publish/publish.ts";
import { connectGitHub, settingsFromEnvironment } from "../rest/connect-github.ts";
import { rootOf } from "./git.ts";
import { quietLog } from "./quiet-log.ts";
import { readEvent, runOf } from "./read-event.ts";
import { readGate } from "./read-gate.ts";
import { type ExitStatus, type Terminal, exitStatus } from "./terminal.ts";

export interface PublishArguments {
  readonly workflow: string;
  readonly name: string;
  readonly author: string;
}

/**
 * In the trusted workflow: marks the comment stale when an analysis begins, and tells its result
 * when it ends. Runs what the main branch has, and reads nothing of the pull request but data.
 */
export async function publishCommand(
  { workflow, name, author }: PublishArguments,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { env } = terminal;
  const { id, action } = runOf(await readEvent(env));
  const publication: Publication = {
    github: connectGitHub(settingsFromEnvironment(env)),
    run: id,
    workflow,
    name,
    author,
    serverUrl: env["GITHUB_SERVER_URL"] ?? "https://github.com",
    gate: await readGate(await rootOf(terminal.cwd)),
  };
  const told = action === "completed" ? await publish(publication) : await announce(publication);
  const quiet = quietLog(terminal);
  quiet.terminal.out(`${visibleText(told)}\n`);
  quiet.end();
  return exitStatus.passed;
}
