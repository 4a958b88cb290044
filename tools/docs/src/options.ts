import { parseArgs } from "node:util";

export type Options =
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string }
  | { readonly kind: "serve"; readonly port: number }
  | { readonly kind: "build"; readonly out: string | undefined };

const defaultPort = 4800;

/** Reads the command line. What cannot be read is said, never guessed. */
export function parseOptions(args: readonly string[]): Options {
  let parsed;
  try {
    parsed = parseArgs({
      args: args.filter((argument) => argument !== "--"),
      strict: true,
      allowPositionals: true,
      options: {
        port: { type: "string" },
        out: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    return { kind: "wrong", message: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: "help" };
  const [command, ...rest] = positionals;
  if (rest.length > 0) return wrong(`Expected one command; received ${positionals.join(" ")}`);
  switch (command) {
    case "serve":
      if (values.out !== undefined) return wrong("--out belongs to docs:build");
      return servingOptions(values.port);
    case "build":
      if (values.port !== undefined) return wrong("--port belongs to docs");
      if (values.out === "") return wrong("--out: expected a folder; received nothing");
      return { kind: "build", out: values.out };
    default:
      return wrong(`Expected serve or build; received ${command ?? "nothing"}`);
  }
}

function servingOptions(written: string | undefined): Options {
  if (written === undefined) return { kind: "serve", port: defaultPort };
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (port >= 0 && port <= 65_535) return { kind: "serve", port };
  return wrong(`--port: expected a number from 0 to 65535; received ${JSON.stringify(written)}`);
}

function wrong(message: string): Options {
  return { kind: "wrong", message };
}
