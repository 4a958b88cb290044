/** Formats that are asserted: the runtime's check of each. */
export const assertedFormats: ReadonlyMap<string, string> = new Map([
  ["date", "date"],
  ["date-time", "dateTime"],
  ["duration", "duration"],
  ["email", "email"],
  ["hostname", "hostname"],
  ["int32", "int32"],
  ["int64", "int64"],
  ["ipv4", "ipv4"],
  ["ipv6", "ipv6"],
  ["json-pointer", "jsonPointer"],
  ["time", "time"],
  ["uri", "uri"],
  ["uri-reference", "uriReference"],
  ["uri-template", "uriTemplate"],
  ["uuid", "uuid"],
]);

/** Formats of the OpenAPI registry that tell how a value is meant and rule no value out. */
export const annotationFormats: ReadonlySet<string> = new Set([
  "binary",
  "byte",
  "commonmark",
  "double",
  "float",
  "html",
  "password",
]);
