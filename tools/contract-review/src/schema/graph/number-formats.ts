import type { JsonObject } from "../../json/json-value.ts";

/**
 * Formats of the OpenAPI Format Registry that say nothing JSON Schema cannot say by itself. `int64`
 * ends below 2^63, the nearest double to its greatest value.
 */
export const formatsAsKeywords: Readonly<Record<string, JsonObject>> = {
  int8: { maximum: 127, minimum: -128 },
  uint8: { maximum: 255, minimum: 0 },
  int16: { maximum: 32767, minimum: -32768 },
  uint16: { maximum: 65535, minimum: 0 },
  int32: { maximum: 2147483647, minimum: -2147483648 },
  uint32: { maximum: 4294967295, minimum: 0 },
  int64: { exclusiveMaximum: 9223372036854775808, minimum: -9223372036854775808 },
  uint64: { exclusiveMaximum: 18446744073709551616, minimum: 0 },
  float: { maximum: 3.4028234663852886e38, minimum: -3.4028234663852886e38 },
  byte: {
    pattern: "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
  },
};

/**
 * Formats that bound no integer that is sent: JSON texts interoperate within 2^53 (RFC 8259 §6), so
 * an integer without bounds stays far within 64 bits. Read literally they bound it all the same.
 */
export const wideFormats: ReadonlySet<string> = new Set(["int64"]);

/** Formats that only advise a reader, an editor or a generator: every value of the type has them. */
export const adviceFormats: ReadonlySet<string> = new Set([
  "double",
  "double-int",
  "decimal",
  "number",
  "string",
  "text",
  "password",
  "binary",
  "textarea",
  "html",
  "markdown",
  "commonmark",
]);
