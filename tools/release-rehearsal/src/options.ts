import { parseArgs } from "node:util";
import { checkGroups, type CheckGroup } from "./check-groups.ts";

export type Options =
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string }
  | {
      readonly kind: "run";
      readonly groups: readonly CheckGroup[];
      readonly workingTree: boolean;
      readonly strict: boolean;
      readonly keep: boolean;
    };

/** Reads the command line. What cannot be read is said, never guessed. */
export function parseOptions(args: readonly string[]): Options {
  let values;
  try {
    ({ values } = parseArgs({
      args: args.filter((argument) => argument !== "--"),
      strict: true,
      allowPositionals: false,
      options: {
        only: { type: "string", multiple: true, default: [] },
        "working-tree": { type: "boolean", default: false },
        strict: { type: "boolean", default: false },
        keep: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }));
  } catch (error) {
    return { kind: "wrong", message: error instanceof Error ? error.message : String(error) };
  }
  if (values.help) return { kind: "help" };
  const wanted = values.only.flatMap((list) => list.split(","));
  const unknown = wanted.filter((name) => !checkGroups.some((group) => group.name === name));
  if (unknown.length > 0) {
    const known = checkGroups.map((group) => group.name).join(", ");
    return {
      kind: "wrong",
      message: `--only: expected some of ${known}; received ${unknown.join(", ")}`,
    };
  }
  const groups =
    wanted.length === 0 ? checkGroups : checkGroups.filter((group) => wanted.includes(group.name));
  const { strict, keep } = values;
  return { kind: "run", groups, workingTree: values["working-tree"], strict, keep };
}
