import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** `flex-codegen.config.json`, in the package that owns the output; every member may be left out. */
export interface WrittenConfig {
  /** Path of the document, relative to the file. @default "openapi.yaml" */
  readonly document?: string;
  /** Folder that holds generated code and nothing else, relative to the file. @default "src/generated" */
  readonly out?: string;
  /** Formats the output with prettier. @default true */
  readonly format?: boolean;
}

export interface Config {
  readonly document: string;
  readonly out: string;
  readonly format: boolean;
}

export const configName = "flex-codegen.config.json";

/** The configuration file cannot be used. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const members = { document: "string", out: "string", format: "boolean" } as const;

/** Checks and completes a configuration; `file` is named in errors. */
export const parseConfig = (text: string, file: string): Config => {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch (error) {
    throw new ConfigError(
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (typeof written !== "object" || written === null || Array.isArray(written)) {
    throw new ConfigError(
      `${file}: expected an object such as {"document": "openapi.yaml", "out": "src/generated"}.`,
    );
  }
  for (const [name, value] of Object.entries(written)) {
    if (name === "$schema") continue;
    const expected = Object.hasOwn(members, name)
      ? members[name as keyof typeof members]
      : undefined;
    if (expected === undefined) {
      throw new ConfigError(
        `${file}: unknown member "${name}"; expected ${Object.keys(members).join(", ")}.`,
      );
    }
    if (typeof value !== expected) {
      throw new ConfigError(
        `${file}: "${name}" must be a ${expected}, received ${JSON.stringify(value)}.`,
      );
    }
  }
  const {
    document = "openapi.yaml",
    out = join("src", "generated"),
    format = true,
  } = written as WrittenConfig;
  return { document, out, format };
};

/** Reads the configuration of `folder`; the defaults where there is none. */
export const readConfig = async (folder: string): Promise<Config> => {
  const text = await readFile(join(folder, configName), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "{}";
      throw error;
    },
  );
  return parseConfig(text, configName);
};
