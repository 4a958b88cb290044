import type { Diagnostic } from "./diagnostic.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import type { Source, SourceLocation } from "./source.ts";

export type OpenApiVersion = "3.0" | "3.1" | "3.2";

/** A value and where it stands. */
export interface Located<Value extends JsonValue = JsonValue> {
  readonly value: Value;
  /** RFC 6901 pointer from the root of {@link OpenApiDocument.value}. */
  readonly pointer: string;
}

/** An OpenAPI document that was read and found sound. */
export interface OpenApiDocument {
  readonly file: string;
  readonly text: string;
  readonly format: "yaml" | "json";
  readonly version: OpenApiVersion;
  /**
   * The plain JSON value. References are not inlined, but each `$ref` is written as `#` and a
   * pointer (no anchors, no files, no percent-encoding); allowed external files stand under
   * `/x-external/<path>`.
   */
  readonly value: JsonObject;
  /**
   * Where the value, or with `"key"` its member name, stands in the source. Falls back to the
   * nearest place above for a pointer that leads nowhere.
   * @default at "value"
   */
  readonly locate: (pointer: string, at?: "key" | "value") => SourceLocation;
}

/** What became of a source. `sources` is what {@link renderDiagnostics} shows lines of. */
export type LoadResult =
  | {
      readonly kind: "loaded";
      readonly document: OpenApiDocument;
      /** Warnings, in source order. */
      readonly diagnostics: readonly Diagnostic[];
      readonly sources: readonly Source[];
    }
  | {
      readonly kind: "refused";
      /** Errors in source order, then warnings in source order. */
      readonly diagnostics: readonly Diagnostic[];
      readonly sources: readonly Source[];
    };
