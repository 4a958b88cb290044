import { readFile } from "node:fs/promises";
import type { AdjustableCode, JsonValue, OpenApiDocument } from "@flex-channels/document";
import {
  diagnosticCodes,
  isAdjustable,
  loadDocument,
  renderDiagnostics,
} from "@flex-channels/document";
import { parseDocument } from "yaml";
import type { Accepted } from "./accepted.ts";
import { AcceptedError, parseAccepted } from "./accepted.ts";

/** A file that is no OpenAPI document, with its diagnostics for a person. */
export class InvalidDocumentError extends Error {
  override readonly name = "InvalidDocumentError";
}

/** A file that was named and cannot be read. */
export class UnreadableFileError extends Error {
  override readonly name = "UnreadableFileError";
}

/**
 * What a lint minds and a meaning survives is off: an example of another operation that does not
 * fit its schema, and Twilio's document has several, is no reason to stop.
 */
const severities = Object.fromEntries(
  (Object.keys(diagnosticCodes) as (keyof typeof diagnosticCodes)[])
    .filter(isAdjustable)
    .map((code) => [code, "off"]),
) as Readonly<Record<AdjustableCode, "off">>;

/**
 * @throws {UnreadableFileError}
 * @throws {InvalidDocumentError} with positions and code frames
 */
export async function loadOpenApi(path: string, file: string): Promise<OpenApiDocument> {
  const result = loadDocument({ file, bytes: await readNamed(path, file) }, { severities });
  if (result.kind === "loaded") return result.document;
  throw new InvalidDocumentError(
    `${file} is no valid OpenAPI document.\n\n${renderDiagnostics(result.diagnostics, result.sources, { color: false })}`,
  );
}

/**
 * @throws {UnreadableFileError}
 * @throws {AcceptedError} with the line, where the file is no YAML
 */
export async function loadAccepted(path: string, file: string): Promise<readonly Accepted[]> {
  const parsed = parseDocument((await readNamed(path, file)).toString("utf8"));
  const [error] = parsed.errors;
  if (error !== undefined) {
    const [start] = error.linePos ?? [];
    throw new AcceptedError(
      `${file}:${String(start?.line ?? 1)}:${String(start?.col ?? 1)}: expected YAML: ${error.message.split("\n")[0] ?? ""}`,
    );
  }
  return parseAccepted(parsed.toJS() as JsonValue, file);
}

async function readNamed(path: string, file: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const why = {
      ENOENT: "there is no such file",
      EISDIR: "that is a folder",
      EACCES: "its permissions forbid it",
    }[String(code)];
    if (why === undefined) throw error;
    throw new UnreadableFileError(`${file} cannot be read: ${why}.`);
  }
}
