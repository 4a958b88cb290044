import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { collapseDiagnostics } from "./collapse-diagnostics.ts";
import type { RunResult } from "./run-result.ts";
import type { RunSettings } from "./run-settings.ts";

const relativePath = (path: string): string => relative(process.cwd(), path) || ".";

/** The result for a program: on one line where one result follows another. */
export const jsonText = (result: RunResult, oneLine: boolean): string =>
  `${JSON.stringify(
    {
      kind: result.kind,
      status: result.status,
      files: result.files,
      changes: result.changes.map(({ kind, path }) => ({ kind, path })),
      diagnostics: result.diagnostics,
    },
    undefined,
    oneLine ? undefined : 2,
  )}\n`;

const count = (amount: number, noun: string): string =>
  `${amount} ${noun}${amount === 1 ? "" : "s"}`;

const sentence = (result: RunResult, settings: RunSettings): string => {
  const folder = relativePath(settings.out);
  switch (result.kind) {
    case "clean":
      return `${folder} is what ${relativePath(settings.document)} gives (${count(result.files.length, "file")}).\n`;
    case "written": {
      const foreign = result.changes.filter(({ kind }) => kind === "foreign");
      const written = result.changes.filter(({ kind }) => kind !== "foreign");
      return [
        ...written.map(
          ({ kind, path }) => `${kind === "extra" ? "removed" : "wrote"} ${join(folder, path)}\n`,
        ),
        ...foreign.map(
          ({ path }) => `${join(folder, path)} was not generated: move it out of the folder.\n`,
        ),
      ].join("");
    }
    case "drift":
    case "invalid-document":
      return "";
  }
};

/** The result for a person: problems on stderr, what was done on stdout. */
export const reportRun = async (
  result: RunResult,
  settings: RunSettings,
  mendCommand: string,
): Promise<void> => {
  if (result.diagnostics.length > 0) {
    const { renderDiagnostics } = await import("@flex-channels/document");
    const color = process.stderr.isTTY && !process.env["NO_COLOR"];
    const { shown, more } = collapseDiagnostics(result.diagnostics);
    process.stderr.write(`${renderDiagnostics(shown, result.sources, { color })}\n`);
    for (const line of more) process.stderr.write(`${line}\n`);
  }
  if (result.kind === "drift") {
    const { renderChanges } = await import("./render-changes.ts");
    process.stderr.write(renderChanges(result.changes, mendCommand));
  }
  process.stdout.write(sentence(result, settings));
};

/** What a person is told is read again only where there is something to tell. */
export const readSources = (files: readonly string[]): RunResult["sources"] =>
  files.map((file) => ({ file, text: new TextDecoder().decode(readFileSync(file)) }));
