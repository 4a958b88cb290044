import {
  type AdjustableCode,
  type LoadOptions,
  type OpenApiDocument,
  loadDocument,
  renderDiagnostics,
} from "@flex-channels/document";
import type { VersionBytes } from "../git/read-versions.ts";
import { visibleText } from "../report/visible-text.ts";
import type { ReviewedVersion } from "../review-contracts.ts";

/** A version that is no OpenAPI document, with its diagnostics for a person. */
class InvalidDocumentError extends Error {
  override readonly name = "InvalidDocumentError";
}

/**
 * What a lint minds and a meaning survives (an example that does not fit, an unused parameter) is
 * no matter of a review: it would hide what the change breaks.
 */
const severities: Readonly<Record<AdjustableCode, "off">> = {
  "integer-key": "off",
  "unknown-field": "off",
  "reference-siblings": "off",
  "path-conflict": "off",
  "path-parameter-unused": "off",
  "nullable-in-3-1": "off",
  "keyword-of-other-version": "off",
  "unknown-keyword": "off",
  "pattern-not-unicode": "off",
  "required-undeclared": "off",
  "required-unlisted": "off",
  "contradictory-bounds": "off",
  "example-mismatch": "off",
  "default-mismatch": "off",
  "example-unchecked": "off",
};

const options: LoadOptions = { severities };

interface Loaded {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly document: OpenApiDocument;
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && Buffer.compare(left, right) === 0;
}

/** Loads every version; a version without a document promises nothing. */
export function loadVersions(
  versions: readonly VersionBytes[],
  color: boolean,
): readonly ReviewedVersion[] {
  const loaded: Loaded[] = [];
  return versions.map((version): ReviewedVersion => {
    const { label, file, commit, bytes } = version;
    return {
      label,
      ...(commit === undefined ? {} : { commit }),
      document: bytes === undefined ? emptyDocument(file) : loadOne(version, bytes, color, loaded),
    };
  });
}

function loadOne(
  { label, file, beside }: VersionBytes,
  bytes: Uint8Array,
  color: boolean,
  loaded: Loaded[],
): OpenApiDocument {
  // Releases that did not touch the document have one text.
  const known = loaded.find((one) => one.file === file && isSame(one.bytes, bytes));
  if (known !== undefined) return known.document;
  const external = { allow: ["./"], read: beside };
  const result = loadDocument({ file, bytes }, { ...options, external });
  if (result.kind === "loaded") {
    // What it refers to may have changed where its own text did not.
    if (result.sources.length === 1) loaded.push({ file, bytes, document: result.document });
    return result.document;
  }
  throw new InvalidDocumentError(
    `${visibleText(label)}: ${visibleText(file)} is no valid OpenAPI document.\n\n${renderDiagnostics(result.diagnostics, result.sources, { color })}`,
  );
}

/** Stands for the side that has no document yet, or no more. */
function emptyDocument(file: string): OpenApiDocument {
  const text = "openapi: 3.1.0\ninfo: { title: none, version: none }\npaths: {}\n";
  const result = loadDocument({ file: "none.yaml", bytes: text }, options);
  if (result.kind === "loaded") return { ...result.document, file, text: "" };
  throw new InvalidDocumentError(`${file}: the empty document is refused.`);
}
