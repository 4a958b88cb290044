import type { JsonValue } from "../json/json-value.ts";

/** `openapi-3.0` is the Schema Object of OpenAPI 3.0; `2020-12` is that of 3.1 and 3.2. */
export type Dialect = "2020-12" | "openapi-3.0";

export interface Located {
  readonly value: JsonValue;
  /** JSON Pointer (RFC 6901) of the value; two schemas with one pointer are one schema. */
  readonly pointer: string;
}

/** A schema where it stands. */
export interface SchemaSource {
  /** The whole document, which `$ref` looks into. */
  readonly root: JsonValue;
  /** JSON Pointer (RFC 6901) of the schema within `root`. */
  readonly pointer: string;
  readonly dialect: Dialect;
  /**
   * Where a reference leads. `undefined` makes every answer that depends on it undecided.
   * @default a fragment of `root`: `#`, `#/a/json/pointer` or `#anchor`
   */
  readonly resolve?: (reference: string, from: string) => Located | undefined;
}
