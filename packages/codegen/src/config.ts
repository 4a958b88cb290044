import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DiagnosticCode, LoadOptions } from "@flex-channels/document";
import { importExtensions } from "./import-extension.ts";
import type { ImportExtension } from "./import-extension.ts";

/** `flex-codegen.config.json`, in the package that owns the output; every member may be left out. */
export interface WrittenConfig {
  /** Path of the document, relative to the file. @default "openapi.yaml" */
  readonly document?: string;
  /** Folder that holds generated code and nothing else, relative to the file. @default "src/generated" */
  readonly out?: string;
  /** Formats the output with prettier, which takes longer than generating it. @default false */
  readonly format?: boolean;
  /** Changes the severity of a kind of problem, e.g. `{"example-mismatch": "warning"}`. @default {} */
  readonly severities?: Severities;
  /**
   * How generated files name each other. A compiler before TypeScript 5.7 writes no JavaScript for
   * `"ts"`; Node runs `"ts"` without a build.
   * @default "ts"
   */
  readonly importExtension?: ImportExtension;
  /**
   * Files that `$ref` may lead to, relative to the document's folder; an entry that ends in `/`
   * allows all below it. Nothing outside that folder is ever read.
   * @default []
   */
  readonly external?: readonly string[];
  /** What a person runs to write the output, as `--check` names it. @default the command that ran */
  readonly command?: string;
}

/** Severities by diagnostic code, as `@flex-channels/document` lists them. */
export type Severities = NonNullable<LoadOptions["severities"]>;

export interface Config {
  readonly document: string;
  readonly out: string;
  readonly format: boolean;
  readonly severities: Severities;
  readonly importExtension: ImportExtension;
  readonly external: readonly string[];
  readonly command?: string;
}

export const configName = "flex-codegen.config.json";

/** The configuration file cannot be used. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const isText = (value: unknown): boolean => typeof value === "string";

const members: Readonly<
  Record<
    keyof WrittenConfig,
    { readonly expected: string; readonly is: (value: unknown) => boolean }
  >
> = {
  document: { expected: "a string", is: isText },
  out: { expected: "a string", is: isText },
  format: { expected: "a boolean", is: (value) => typeof value === "boolean" },
  severities: {
    expected: 'an object such as {"example-mismatch": "warning"}',
    is: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  },
  importExtension: {
    expected: importExtensions.map((extension) => `"${extension}"`).join(" or "),
    is: (value) => importExtensions.some((extension) => extension === value),
  },
  external: {
    expected: 'a list of paths such as ["schemas/"]',
    is: (value) => Array.isArray(value) && value.every(isText),
  },
  command: { expected: "a string", is: isText },
};

const levels: ReadonlySet<unknown> = new Set(["error", "warning", "off"]);

/** Checks severities; `where` is named in the error. */
export const checkSeverities = async (severities: object, where: string): Promise<void> => {
  const entries = Object.entries(severities);
  if (entries.length === 0) return;
  // Imported only where it is needed: a run that finds nothing changed must stay quick.
  const { diagnosticCodes, isAdjustable } = await import("@flex-channels/document");
  const codes: readonly string[] = (Object.keys(diagnosticCodes) as DiagnosticCode[]).filter(
    isAdjustable,
  );
  for (const [code, level] of entries) checkSeverity(code, level, codes, where);
};

const checkSeverity = (
  code: string,
  level: unknown,
  codes: readonly string[],
  where: string,
): void => {
  if (!codes.includes(code)) {
    throw new ConfigError(
      `${where}: no severity "${code}" can be changed; expected one of ${codes.join(", ")}.`,
    );
  }
  if (!levels.has(level)) {
    throw new ConfigError(
      `${where}: the severity of "${code}" must be error, warning or off, received ${JSON.stringify(level)}.`,
    );
  }
};

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
    const member = Object.hasOwn(members, name) ? members[name as keyof typeof members] : undefined;
    if (member === undefined) {
      throw new ConfigError(
        `${file}: unknown member "${name}"; expected ${Object.keys(members).join(", ")}.`,
      );
    }
    if (!member.is(value)) {
      throw new ConfigError(
        `${file}: "${name}" must be ${member.expected}, received ${JSON.stringify(value)}.`,
      );
    }
  }
  const {
    document = "openapi.yaml",
    out = join("src", "generated"),
    format = false,
    severities = {},
    importExtension = "ts",
    external = [],
    command,
  } = written as WrittenConfig;
  const settings = { document, out, format, severities, importExtension, external };
  return command === undefined ? settings : { ...settings, command };
};

/** Reads the configuration of `folder`; the defaults where there is none. */
export const readConfig = async (folder: string): Promise<Config> => {
  const text = await readFile(join(folder, configName), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "{}";
      throw error;
    },
  );
  const config = parseConfig(text, configName);
  await checkSeverities(config.severities, configName);
  return config;
};
