import type { Source } from "./source.ts";
import { parseJson } from "./syntax/parse-json.ts";
import { parseYaml } from "./syntax/parse-yaml.ts";
import type { ParsedSource, SyntaxLimits } from "./syntax/parsed-source.ts";
import { broken, nothingThere } from "./syntax/parsed-source.ts";

/** JSON by the file's name or, where the name says nothing, by its first character. */
export function formatOf({ file, text }: Source): "json" | "yaml" {
  if (/\.json$/i.test(file)) return "json";
  if (/\.ya?ml$/i.test(file)) return "yaml";
  return /^\s*[{[]/.test(text) ? "json" : "yaml";
}

/** Reads a text in its format. A text with nothing but blanks and comments has no value. */
export function parseSource(source: Source, limits: SyntaxLimits): ParsedSource {
  if (source.text.trim() === "") return broken([nothingThere]);
  return formatOf(source) === "json"
    ? parseJson(source.text, limits)
    : parseYaml(source.text, limits);
}
