import { access, readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { JsonValue } from "../json/json-value.ts";
import { type Config, defaultConfig, parseConfig } from "../verdict/config.ts";
import { type Waiver, parseWaivers } from "../verdict/waiver.ts";
import { UsageError } from "./usage-error.ts";

const configName = "contract-review.yaml";

/** What a team has committed: the configuration and the waivers beside it. */
export interface Settings {
  readonly config: Config;
  readonly waivers: readonly Waiver[];
  /** Path of the document that the configuration names, from `cwd`. */
  readonly document?: string;
}

/** Reads the configuration that was named, or the one in `cwd` or at the repository's root. */
export async function readSettings(cwd: string, named: string | undefined): Promise<Settings> {
  const file = named === undefined ? await findConfig(cwd) : resolve(cwd, named);
  const folder = file === undefined ? cwd : dirname(file);
  const written = file === undefined ? undefined : await readYaml(file, cwd);
  if (named !== undefined && written === undefined) {
    throw new UsageError(`There is no configuration file ${named}.`);
  }
  const config =
    written === undefined ? defaultConfig : parseConfig(written.value ?? {}, written.shown);
  const waiverFile = await readYaml(join(folder, config.waivers), cwd);
  const { document } = config;
  return {
    config,
    waivers: waiverFile === undefined ? [] : parseWaivers(waiverFile.value, waiverFile.shown),
    ...(document === undefined ? {} : { document: relative(cwd, resolve(folder, document)) }),
  };
}

/** Looks upwards, no further than the repository's root. */
async function findConfig(cwd: string): Promise<string | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, configName);
    if (await isThere(file)) return file;
    if (dirname(folder) === folder || (await isThere(join(folder, ".git")))) return undefined;
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

interface YamlFile {
  readonly value: JsonValue;
  readonly shown: string;
}

async function readYaml(file: string, cwd: string): Promise<YamlFile | undefined> {
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const shown = relative(cwd, file);
  // Most runs have neither file, and a parser takes longer to load than the rest of this.
  const { parse } = await import("yaml");
  try {
    const value = parse(text, { schema: "core", maxAliasCount: 0 }) as JsonValue | undefined;
    return { value: value ?? null, shown };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${shown} is no YAML: ${message}`, { cause: error });
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
