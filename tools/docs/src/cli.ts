import { describeError } from "./describe-error.ts";
import { DocumentError } from "./document-error.ts";
import { exitStatus } from "./exit-status.ts";
import { help } from "./help.ts";
import { parseOptions } from "./options.ts";
import { OutputError } from "./write-site.ts";

async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  switch (options.kind) {
    case "help":
      console.log(help);
      return exitStatus.done;
    case "wrong":
      console.error(`${options.message}\n\n${help}`);
      return exitStatus.usage;
    case "build": {
      const { buildCommand } = await import("./build-command.ts");
      await buildCommand(options.out);
      return exitStatus.done;
    }
    case "serve": {
      const { serveCommand } = await import("./serve-command.ts");
      await serveCommand(options.port);
      return exitStatus.done;
    }
  }
}

/** The document, the output folder, a port, a file: what a person can mend. Anything else is a defect of ours. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof DocumentError) return exitStatus.document;
  const isForeseen = error instanceof OutputError || (error instanceof Error && "code" in error);
  return isForeseen ? exitStatus.unable : undefined;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const status = statusOf(error);
  if (status === undefined) throw error;
  console.error(describeError(error));
  process.exitCode = status;
}
