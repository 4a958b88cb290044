import { joinHeaders } from "./openapi-fetch.ts";
import { refuseOption } from "./refuse.ts";
import type { HeadersInput } from "./web.ts";

// Framing is fetch's, and credentials have options of their own, which know where they may go.
const reserved =
  /^(authorization|proxy-authorization|host|connection|content-length|transfer-encoding)$/;

/**
 * Adds an application's headers to others. A name that is no token and a value that could end the
 * header (RFC 9110 §5.5) are refused; the value is never shown.
 */
export function checkHeaders(
  base: Readonly<Record<string, string>>,
  headers: HeadersInput,
): Record<string, string> {
  const given: [name: string, value: unknown][] = [];
  if (typeof headers.forEach === "function") {
    headers.forEach((value, name) => given.push([name, value]));
  } else {
    given.push(...Object.entries(headers));
  }
  for (const [name, value] of given) {
    const lower = name.toLowerCase();
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name) || reserved.test(lower)) {
      refuseOption("headers", "names that fetch and the credentials do not set", name);
    }
    if (typeof value !== "string" || !/^[\t\x20-\x7E\x80-\xFF]*$/.test(value)) {
      refuseOption(`headers.${lower}`, "visible characters of ISO 8859-1", value);
    }
  }
  return joinHeaders(base, Object.fromEntries(given) as Record<string, string>);
}
