import type { Operation } from "@flex-channels/contract";

/** A request as the mock saw it. A value that might be a secret reads `[redacted]`. */
export interface RecordedRequest {
  readonly method: string;
  /** The path, without the query. */
  readonly path: string;
  /** The key of the operation it was routed to; absent for an unknown path or method, and for a preflight. */
  readonly operationId?: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  /** What it was answered with. */
  readonly status: number;
  readonly requestId: string;
}

/** Headers that carry no secret, whoever sends them; all others are redacted. */
const harmless: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "access-control-request-headers",
  "access-control-request-method",
  "connection",
  "content-length",
  "content-type",
  "host",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-unmodified-since",
  "origin",
  "traceparent",
  "user-agent",
]);

export interface Recording {
  readonly request: Request;
  readonly url: URL;
  readonly operation: Operation | undefined;
  readonly path: Readonly<Record<string, string>>;
  readonly status: number;
  readonly requestId: string;
}

/** Keeps what a test asserts on; of headers and query only what is harmless or in the document. */
export function recordRequest(recording: Recording): RecordedRequest {
  const { request, url, operation, path, status, requestId } = recording;
  const declared = (place: string, name: string): boolean =>
    operation?.parameters.some(
      (parameter) =>
        parameter.in === place &&
        (place === "header" ? parameter.name.toLowerCase() : parameter.name) === name,
    ) ?? false;
  return {
    method: request.method,
    path: url.pathname,
    ...(operation === undefined ? {} : { operationId: operation.operationId }),
    pathParameters: path,
    query: [...url.searchParams].map(([name, value]) => [
      name,
      shown(declared("query", name), value),
    ]),
    headers: Object.fromEntries(
      [...request.headers].map(([name, value]) => [
        name,
        shown(harmless.has(name) || declared("header", name), value),
      ]),
    ),
    status,
    requestId,
  };
}

function shown(isShown: boolean, value: string): string {
  return isShown ? value : "[redacted]";
}
