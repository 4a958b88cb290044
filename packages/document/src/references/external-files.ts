import { decodeBytes } from "../decode-bytes.ts";
import type { JsonValue } from "../json.ts";
import type { LoadSettings } from "../load-options.ts";
import { parseSource } from "../parse-source.ts";
import type { SourceSet } from "../source-set.ts";

/** What became of the wish to read a file beside the document. */
export type ExternalFile =
  | { readonly kind: "read"; readonly value: JsonValue }
  /** Its problems are reported in it. */
  | { readonly kind: "broken" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "not-allowed" };

/** Reads each allowed file once. The only way to a file other than the document itself. */
export function createExternalFiles(
  folder: string,
  settings: LoadSettings,
  sources: SourceSet,
): (path: string) => ExternalFile {
  const files = new Map<string, ExternalFile>();
  return (path) => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const file = readFile(path, folder, settings, sources);
    files.set(path, file);
    return file;
  };
}

function readFile(
  path: string,
  folder: string,
  settings: LoadSettings,
  sources: SourceSet,
): ExternalFile {
  const allowed = settings.external.allow.some(
    (entry) => entry === path || entry === "./" || (entry.endsWith("/") && path.startsWith(entry)),
  );
  if (!allowed) return { kind: "not-allowed" };
  const bytes = settings.external.read(path);
  if (bytes === undefined) return { kind: "unreadable" };
  const { text, problem } = decodeBytes(bytes, settings.maxBytes);
  const source = { file: `${folder}${path}`, text };
  const parsed = problem === undefined ? parseSource(source, settings) : undefined;
  sources.reportSyntax(source, problem === undefined ? (parsed?.problems ?? []) : [problem]);
  if (parsed === undefined || parsed.value === undefined) {
    sources.addText(source);
    return { kind: "broken" };
  }
  sources.add(path, source, parsed);
  return { kind: "read", value: parsed.value };
}
