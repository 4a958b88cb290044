import type { JsonObject, JsonValue } from "@flex-channels/document";
import type { Expression } from "./expression.ts";
import type { ValidatorDiagnostic } from "./validator-diagnostic.ts";

export type Dialect = "2020-12" | "openapi-3.0";

/** Who reads the value: a server does not require what is read-only, a client not what is write-only. */
export type Direction = "request" | "response" | "both";

/** One schema object in the course of being turned into an expression. */
export interface SchemaContext {
  readonly schema: JsonObject;
  readonly pointer: string;
  readonly dialect: Dialect;
  readonly direction: Direction;
  /** Some schema asks what others have evaluated, so that even a schema `true` says something. */
  readonly needsAnnotations: () => boolean;
  /** The check of a schema below this one; `inPlace` where it judges the same value. */
  readonly subschema: (
    path: readonly (string | number)[],
    value: JsonValue,
    inPlace?: boolean,
  ) => Expression;
  /** The check of the schema that a URI reference means. */
  readonly referenced: (keyword: string, reference: string) => Expression | undefined;
  /** The value that a `$ref` means, if there is one. */
  readonly dereference: (schema: JsonValue | undefined) => JsonValue | undefined;
  readonly report: (
    keyword: string | undefined,
    diagnostic: Omit<ValidatorDiagnostic, "pointer">,
  ) => void;
}

/** One keyword, or several that make sense together only. */
export interface Keyword {
  readonly keywords: readonly string[];
  readonly emit: (context: SchemaContext) => readonly Expression[];
}
