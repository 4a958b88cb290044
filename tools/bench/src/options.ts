import { parseArgs } from "node:util";
import type { Scenario } from "./scenario.ts";

export type Options =
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string }
  | {
      readonly kind: "run";
      readonly scenarios: readonly Scenario[];
      /** Instead of each scenario's own number. */
      readonly rounds: number | undefined;
      readonly reportOnly: boolean;
      readonly write: boolean;
    };

/** Reads the command line against the table of scenarios. */
export function parseOptions(args: readonly string[], known: readonly Scenario[]): Options {
  let parsed;
  try {
    parsed = parseArgs({
      args: args.filter((argument) => argument !== "--"),
      strict: true,
      allowPositionals: true,
      options: {
        rounds: { type: "string" },
        "report-only": { type: "boolean", default: false },
        "no-write": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    return { kind: "wrong", message: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: "help" };
  const unknown = positionals.filter((name) => !known.some((scenario) => scenario.name === name));
  if (unknown.length > 0) {
    const names = known.map((scenario) => scenario.name).join(", ");
    return { kind: "wrong", message: `expected some of ${names}; received ${unknown.join(", ")}` };
  }
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
  if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0)) {
    return {
      kind: "wrong",
      message: `--rounds: expected a whole number above zero; received ${values.rounds}`,
    };
  }
  return {
    kind: "run",
    scenarios:
      positionals.length === 0
        ? known
        : known.filter((scenario) => positionals.includes(scenario.name)),
    rounds,
    reportOnly: values["report-only"],
    write: !values["no-write"],
  };
}
