import { refuseOption } from "./refuse.ts";

/** Headers by their names in lower case. */
export type HeaderRecord = Readonly<Record<string, string>>;

// What is of the connection (RFC 9110 §7.6.1) is fetch's, and credentials have options of their own,
// which know where they may go.
const reserved =
  /^((proxy-)?(authorization|connection)|host|content-length|transfer-encoding|te|trailer|upgrade|expect|keep-alive)$/;

/**
 * Adds an application's headers to others. A name that is no token and a value that could end the
 * header (RFC 9110 §5.5) are refused; the value is never shown.
 */
export function addHeaders(base: HeaderRecord, headers: unknown): HeaderRecord {
  if (typeof headers !== "object" || headers === null || Array.isArray(headers)) {
    return refuseOption("headers", "a record or Headers", headers);
  }
  const all: Record<string, string> = { ...base };
  const add = (value: unknown, given: unknown): void => {
    const name = String(given).toLowerCase();
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name) || reserved.test(name)) {
      refuseOption("headers", "names other than those of credentials and framing", given);
    }
    if (!isHeaderValue(value)) refuseOption(`headers.${name}`, "one line of ISO 8859-1", value);
    all[name] = value;
  };
  if ("forEach" in headers && typeof headers.forEach === "function") headers.forEach(add);
  else for (const [name, value] of Object.entries(headers)) add(value, name);
  return all;
}

/** Field values as fetch can send them (RFC 9110 §5.5). */
export function isHeaderValue(value: unknown): value is string {
  return typeof value === "string" && /^[\t\x20-\x7E\x80-\xFF]*$/.test(value);
}
