import type { Operation } from "@flex-channels/contract";
import { findExample, successStatus } from "./find-example.ts";
import type { Examples } from "./mock-options.ts";

const allowHeaders =
  "Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since";

/** What a documented CORS header says where the document gives no example (Fetch §3.3). */
const defaults: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, DELETE, OPTIONS",
  "access-control-allow-headers": allowHeaders,
  "access-control-allow-credentials": "true",
  "access-control-expose-headers": "ETag",
};

/**
 * The CORS headers of every answer of an operation: those its success documents. A page can read
 * an error only when the error carries them too.
 */
export function corsHeaders(operation: Operation, examples: Examples): ReadonlyMap<string, string> {
  const status = successStatus(operation);
  const documented = operation.responses[status]?.headers ?? [];
  const given = new Map(
    Object.entries(findExample(examples, operation.operationId, status)?.headers ?? {}).map(
      ([name, value]) => [name.toLowerCase(), value],
    ),
  );
  const names = [...documented.map((name) => name.toLowerCase()), ...given.keys()];
  const headers = new Map<string, string>();
  for (const name of names) {
    const value = given.get(name) ?? defaults[name];
    if (name.startsWith("access-control-") && value !== undefined) headers.set(name, value);
  }
  return headers;
}

/** The answer to a preflight request, or to a plain `OPTIONS` (RFC 9110 §9.3.7). */
export function preflightHeaders(
  route: { readonly methods: readonly string[]; readonly operations: readonly Operation[] },
  examples: Examples,
  request: Headers,
): ReadonlyMap<string, string> {
  const methods = route.methods.join(", ");
  const documented = route.operations.flatMap((operation) => [...corsHeaders(operation, examples)]);
  const headers = new Map([["access-control-allow-origin", "*"], ...documented]);
  headers.set("access-control-allow-methods", methods);
  const asked = request.get("access-control-request-headers");
  const known = headers.get("access-control-allow-headers") ?? allowHeaders;
  headers.set("access-control-allow-headers", asked ?? known);
  return headers.set("allow", methods).set("access-control-max-age", "600");
}
