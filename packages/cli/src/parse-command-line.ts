import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import type { Catalog } from "./catalog.ts";
import { exitStatuses } from "./exit-status.ts";
import type { Host } from "./host.ts";
import type { Invocation } from "./invocation.ts";
import { operationCommand } from "./operation-command.ts";

/** A command line is a call, or it is answered at once: help, the version, a usage error. */
export type Parsed =
  | { readonly kind: "invocation"; readonly invocation: Invocation }
  | {
      readonly kind: "answered";
      readonly status: 0 | 2;
      readonly out: string;
      readonly error: string;
    };

/** Understands a command line by the catalog's operations. */
export function parseCommandLine(
  argv: readonly string[],
  catalog: Catalog,
  { stdin, stdout, stderr }: Pick<Host, "stderr" | "stdin" | "stdout">,
): Parsed {
  const answer = { out: "", error: "" };
  const invoked: Invocation[] = [];
  const program = new Command("flex-channels")
    .description(`${catalog.contract.title} ${catalog.contract.version}, on the command line.`)
    .version(version())
    .helpCommand(true)
    .showSuggestionAfterError(true)
    .addHelpText("after", () => epilogue(catalog))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (answer.out += text),
      writeErr: (text) => (answer.error += text),
      outputError: (text, print) => print(explain(text)),
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const [name, operation] of Object.entries(catalog.contract.operations)) {
    // The key is the name of the client's method; the document may write the operationId otherwise.
    const command = operationCommand({ ...operation, operationId: name }, catalog, {
      isPiped: stdin.isTTY !== true,
      invoke: (invocation) => invoked.push(invocation),
    });
    program.addCommand(command.copyInheritedSettings(program));
  }
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { kind: "answered", status: error.exitCode === 0 ? 0 : 2, ...answer };
  }
  const [invocation] = invoked;
  if (invocation === undefined) return { kind: "answered", status: 2, ...answer };
  return { kind: "invocation", invocation };
}

/** The version of this package, from beside the sources or the build. */
export function version(): string {
  const file = new URL("../package.json", import.meta.url);
  const { version: own }: { readonly version: string } = JSON.parse(readFileSync(file, "utf8"));
  return own;
}

/** A usage error shows no value that was given with an unknown option: it may be a secret. */
function explain(text: string): string {
  const shown = text.replace(/(unknown option '[^'=\n]*)=[^\n]*'/, "$1'");
  if (!/unknown option '--?\S*(?:auth|key|pass|secret|token|user)/i.test(shown)) return shown;
  return `${shown.trimEnd()}\nCredentials come from the environment only. ${whyNoFlag}\n`;
}

const whyNoFlag =
  "No option takes a secret: whoever is on the machine can read the arguments of a process, " +
  "and the shell keeps them in its history.";

function epilogue({ contract }: Catalog): string {
  const width = Math.max(...exitStatuses.map(({ status }) => String(status).length));
  const rows = exitStatuses.map(
    ({ status, meaning }) => `  ${String(status).padStart(width)}  ${meaning}`,
  );
  return `
Environment:
  TWILIO_ACCOUNT_SID                  the account, AC…
  TWILIO_AUTH_TOKEN                   its auth token, or instead of it
  TWILIO_API_KEY, TWILIO_API_SECRET   an API key, SK…, and its secret
  TWILIO_REGION, TWILIO_EDGE          as --region and --edge

  Credentials come from the environment only. No option takes a secret: whoever
  is on the machine can read the arguments of a process, and the shell keeps
  them in its history.

Exit status:
${rows.join("\n")}

Server: ${contract.servers.join(", ")}
This command is no product of Twilio's.`;
}
