import { type JsonObject, type JsonValue, isJsonArray, isJsonObject } from "../json/json-value.ts";
import { type Bump, bumps, isBump } from "./bump.ts";

/** A level that a team sets for a kind of change or a rule id. */
interface Level {
  readonly bump: Bump;
  readonly reason: string;
}

/** The configuration with every default written out. */
export interface Config {
  /** Path of the document, from the configuration file. @default looked for */
  readonly document?: string;
  /** Keyed by kind of change (`default-changed`) or rule id (`response-body-enum`). */
  readonly levels: Readonly<Record<string, Level>>;
  /** Extension keywords that announce further enum values. @default ["x-extensible-enum"] */
  readonly openEnums: readonly string[];
  readonly deprecation: {
    /** Extension that holds the day after which a deprecated operation may go. @default "x-sunset" */
    readonly sunset: string;
    /** Days between announcement and sunset, and again between sunset and removal. @default 0 */
    readonly graceDays: number;
  };
  /** Packages whose release carries the contract, for the changeset. */
  readonly packages: readonly string[];
  /** Path of the waiver file, from the configuration file. @default "contract-review.waivers.yaml" */
  readonly waivers: string;
}

export const defaultConfig: Config = {
  levels: {},
  openEnums: ["x-extensible-enum"],
  deprecation: { sunset: "x-sunset", graceDays: 0 },
  packages: [],
  waivers: "contract-review.waivers.yaml",
};

/** The configuration file says something that cannot be meant. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Checks a written configuration and fills the defaults in. */
export function parseConfig(value: JsonValue, file: string): Config {
  const written = asObject(value, file);
  knownKeys(written, ["document", ...Object.keys(defaultConfig)], file);
  const deprecation = asObject(written["deprecation"] ?? {}, `${file}: deprecation`);
  knownKeys(deprecation, Object.keys(defaultConfig.deprecation), `${file}: deprecation`);
  const graceDays = deprecation["graceDays"] ?? defaultConfig.deprecation.graceDays;
  if (typeof graceDays !== "number" || !Number.isInteger(graceDays) || graceDays < 0) {
    throw expected(`${file}: deprecation.graceDays`, "a number of days", graceDays);
  }
  const document = asText(written["document"], "", `${file}: document`);
  return {
    ...(document === "" ? {} : { document }),
    levels: Object.fromEntries(
      Object.entries(asObject(written["levels"] ?? {}, `${file}: levels`)).map(([key, level]) => [
        key,
        parseLevel(level, `${file}: levels.${key}`),
      ]),
    ),
    openEnums: asTexts(written["openEnums"], defaultConfig.openEnums, `${file}: openEnums`),
    deprecation: {
      sunset: asText(
        deprecation["sunset"],
        defaultConfig.deprecation.sunset,
        `${file}: deprecation.sunset`,
      ),
      graceDays,
    },
    packages: asTexts(written["packages"], defaultConfig.packages, `${file}: packages`),
    waivers: asText(written["waivers"], defaultConfig.waivers, `${file}: waivers`),
  };
}

function parseLevel(value: JsonValue, where: string): Level {
  const level = asObject(value, where);
  knownKeys(level, ["bump", "reason"], where);
  const { bump, reason } = level;
  if (!isBump(bump)) throw expected(`${where}.bump`, `one of ${bumps.join(", ")}`, bump);
  if (typeof reason !== "string" || reason.trim() === "") {
    throw expected(`${where}.reason`, "a sentence that says why", reason);
  }
  return { bump, reason };
}

function knownKeys(value: JsonObject, known: readonly string[], where: string): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  throw new ConfigError(`${where}: unknown field "${unknown}". Expected ${known.join(", ")}.`);
}

function asObject(value: JsonValue | undefined, where: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw expected(where, "an object", value);
}

function asText(value: JsonValue | undefined, otherwise: string, where: string): string {
  if (value === undefined) return otherwise;
  if (typeof value === "string" && value !== "") return value;
  throw expected(where, "a text", value);
}

function asTexts(
  value: JsonValue | undefined,
  otherwise: readonly string[],
  where: string,
): readonly string[] {
  if (value === undefined) return otherwise;
  if (isJsonArray(value)) {
    const texts = value.filter((item) => typeof item === "string");
    if (texts.length === value.length) return texts;
  }
  throw expected(where, "a list of texts", value);
}

function expected(where: string, wanted: string, received: JsonValue | undefined): ConfigError {
  const shown = received === undefined ? "nothing" : JSON.stringify(received).slice(0, 80);
  return new ConfigError(`${where}: expected ${wanted}, received ${shown}.`);
}
