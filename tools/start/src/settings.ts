import { parseArgs } from "node:util";
import { exitStatus, StartError } from "./exit-status.ts";

/** What `npm start` was asked to do. */
export type Settings =
  | { readonly kind: "help" }
  | { readonly kind: "mock"; readonly port: number }
  | { readonly kind: "account"; readonly sid: string; readonly baseUrl?: string };

export const help = `npm start                            fetch the example channel from the mock on a loopback port
npm start -- --port 8080             the same on a port of your choice (0: any free port, the default)
npm start -- CH...                   fetch a channel of your account

For your account set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or TWILIO_ACCOUNT_SID, TWILIO_API_KEY
and TWILIO_API_SECRET; TWILIO_REGION and TWILIO_EDGE where you need them. --base-url sends the request
to another address. Without the \`--\` npm keeps options for itself.

Exit status: 0 fetched, 1 unforeseen, 2 wrong arguments or settings, 3 it came to no request (Node,
installation, document, build, port in use), 4 credentials missing or refused, 5 another answer than
a channel, 6 no answer.
`;

const portOf = (text: string): number => {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new StartError(
    exitStatus.usage,
    `--port: expected a number from 0 to 65535, received "${text}".`,
  );
};

/** Reads the arguments; what is wrong with them is a StartError with status 2. */
export const parseSettings = (args: readonly string[]): Settings => {
  const parsed = (() => {
    try {
      return parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          help: { type: "boolean", short: "h" },
          port: { type: "string" },
          "base-url": { type: "string" },
        },
      });
    } catch (error) {
      throw new StartError(
        exitStatus.usage,
        `${error instanceof Error ? error.message : String(error)}\n\n${help}`,
      );
    }
  })();
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: "help" };
  const [sid, ...more] = positionals;
  if (more.length > 0) {
    throw new StartError(
      exitStatus.usage,
      `Expected one channel SID, received ${positionals.length} arguments.`,
    );
  }
  if (sid === undefined) {
    if (values["base-url"] !== undefined) {
      throw new StartError(
        exitStatus.usage,
        "--base-url needs a channel SID: npm start -- CH... --base-url URL",
      );
    }
    return { kind: "mock", port: values.port === undefined ? 0 : portOf(values.port) };
  }
  if (values.port !== undefined) {
    throw new StartError(
      exitStatus.usage,
      "--port is the mock's; with a channel SID there is no mock.",
    );
  }
  return {
    kind: "account",
    sid,
    ...(values["base-url"] === undefined ? {} : { baseUrl: values["base-url"] }),
  };
};
