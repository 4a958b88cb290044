import { checkDocument } from "./rules/check-document.ts";
import { checkVersion } from "./check-version.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { sortDiagnostics } from "./diagnostic.ts";
import type { LoadOptions } from "./load-options.ts";
import { normalizeLoadOptions } from "./load-options.ts";
import type { LoadResult } from "./openapi-document.ts";
import { formatOf, parseSource } from "./parse-source.ts";
import { createExternalFiles } from "./references/external-files.ts";
import { createResolver } from "./references/resolver.ts";
import { createReport } from "./report.ts";
import { createSourceSet } from "./source-set.ts";
import { surveyDocument } from "./structure/survey.ts";

/** A document's name and what it holds. */
export interface DocumentSource {
  /** The name that diagnostics show; its ending tells JSON from YAML. */
  readonly file: string;
  readonly bytes: Uint8Array | string;
}

/**
 * Reads an OpenAPI document (3.0, 3.1, 3.2; YAML 1.2 or JSON) and checks it.
 *
 * Pure: reads no file and fetches nothing. Never throws for what a document may hold: each problem
 * is a diagnostic, and all of them come in one run. Warnings let the document pass.
 */
export function loadDocument(source: DocumentSource, options: LoadOptions = {}): LoadResult {
  const settings = normalizeLoadOptions(options);
  const sources = createSourceSet(settings);
  const refused = (): LoadResult => ({
    kind: "refused",
    diagnostics: sortDiagnostics(
      sources.diagnostics,
      sources.sources.map(({ file }) => file),
    ),
    sources: sources.sources,
  });

  const { text, problem } = decodeBytes(source.bytes, settings.maxBytes);
  const main = { file: source.file, text };
  if (problem !== undefined) {
    sources.addText(main);
    sources.reportSyntax(main, [problem]);
    return refused();
  }
  const parsed = parseSource(main, settings);
  sources.add(undefined, main, parsed);
  sources.reportSyntax(main, parsed.problems);
  const { value } = parsed;
  if (value === undefined) return refused();

  const report = createReport(
    settings.severities,
    sources.locate,
    sources.excerptAt,
    (diagnostic) => {
      sources.diagnostics.push(diagnostic);
    },
  );
  const versioned = checkVersion(value, report);
  if (versioned === undefined) return refused();
  const { root, version } = versioned;

  const cut = Math.max(source.file.lastIndexOf("/"), source.file.lastIndexOf("\\")) + 1;
  const external = createExternalFiles(source.file.slice(0, cut), settings, sources);
  const resolver = createResolver(root, source.file.slice(cut), external, report);
  const survey = surveyDocument(root, version, resolver, report);
  checkDocument({
    root,
    version,
    survey,
    report,
    settings,
    diagnostics: sources.diagnostics,
  });

  const result = refused();
  if (sources.diagnostics.some(({ severity }) => severity === "error")) return result;
  return {
    ...result,
    kind: "loaded",
    document: {
      ...main,
      format: formatOf(main),
      version,
      value: root,
      locate: (pointer, at = "value") => sources.locate(pointer, at),
    },
  };
}
