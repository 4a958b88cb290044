import { parse } from "yaml";

/** A command that has to succeed before a change of the contract may land. */
export interface Check {
  readonly name: string;
  /** What holds when it succeeds, as a sentence. */
  readonly title: string;
  /** What does not when it fails, as a sentence. */
  readonly otherwise: string;
  /** Program and arguments; run in the repository's root, without a shell. */
  readonly run: readonly string[];
  /** The one command that mends it. */
  readonly mend: string;
}

/** What the gate of a repository asks for, and the commands that mend it. */
export interface GateConfig {
  readonly commands: {
    /** Prints what the comment says. */
    readonly review: string;
    readonly waive: string;
    readonly changeset: string;
  };
  readonly checks: readonly Check[];
  /** Beginnings of paths: who changes one of them changes what judges the change. */
  readonly judges: readonly string[];
}

export const defaultGateConfig: GateConfig = {
  commands: {
    review: "contract-review",
    waive: "edit contract-review.waivers.yaml",
    changeset: "contract-review changeset",
  },
  checks: [],
  judges: [".github/"],
};

/** The gate's file says something that cannot be meant. */
export class GateConfigError extends Error {
  override readonly name = "GateConfigError";
}

/** Reads the YAML of a gate's file; members that are left out have the defaults. */
export function parseGateConfig(text: string, file: string): GateConfig {
  const root = asRecord(parseYaml(text, file), file);
  knownKeys(root, ["commands", "checks", "judges"], file);
  const commands = asRecord(root["commands"] ?? {}, `${file}: commands`);
  knownKeys(commands, Object.keys(defaultGateConfig.commands), `${file}: commands`);
  const checks = root["checks"] ?? [];
  if (!Array.isArray(checks)) throw expected(`${file}: checks`, "a list");
  const command = (name: keyof GateConfig["commands"]): string =>
    asText(commands[name] ?? defaultGateConfig.commands[name], `${file}: commands.${name}`);
  return {
    commands: {
      review: command("review"),
      waive: command("waive"),
      changeset: command("changeset"),
    },
    checks: checks.map((check, index) => parseCheck(check, `${file}: checks[${String(index)}]`)),
    judges: asTexts(root["judges"] ?? defaultGateConfig.judges, `${file}: judges`),
  };
}

function parseCheck(value: unknown, where: string): Check {
  const check = asRecord(value, where);
  knownKeys(check, ["name", "title", "otherwise", "run", "mend"], where);
  const name = asText(check["name"], `${where}.name`);
  if (!/^[a-z0-9-]{1,60}$/.test(name)) throw expected(`${where}.name`, "a name in kebab-case");
  return {
    name,
    title: asText(check["title"], `${where}.title`),
    otherwise: asText(check["otherwise"], `${where}.otherwise`),
    run: asTexts(check["run"], `${where}.run`),
    mend: asText(check["mend"], `${where}.mend`),
  };
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text, { schema: "core", maxAliasCount: 0 }) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new GateConfigError(`${file} is no YAML: ${message}`, { cause: error });
  }
}

type Fields = Readonly<Record<string, unknown>>;

function knownKeys(value: Fields, known: readonly string[], where: string): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  throw new GateConfigError(`${where}: unknown field "${unknown}". Expected ${known.join(", ")}.`);
}

function asRecord(value: unknown, where: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw expected(where, "an object");
}

function asText(value: unknown, where: string): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  throw expected(where, "a text");
}

function asTexts(value: unknown, where: string): readonly string[] {
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string")) {
    return value;
  }
  throw expected(where, "a list of texts");
}

function expected(where: string, wanted: string): GateConfigError {
  return new GateConfigError(`${where}: expected ${wanted}.`);
}
