import type { Failure } from "./outcome.ts";
import { isFlexError } from "./errors/flex-error.ts";

/** The system's or the HTTP library's code for an error, e.g. `ECONNRESET`, wherever it is nested. */
export function findErrorCode(error: unknown, depth = 5): string | undefined {
  if (typeof error !== "object" || error === null || depth === 0) return undefined;
  try {
    const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
    if (typeof code === "string" && /^[A-Za-z]\w{2,49}$/.test(code)) return code;
    return (
      findErrorCode(cause, depth - 1) ??
      (Array.isArray(errors) ? findErrorCode(errors[0], depth - 1) : undefined)
    );
  } catch {
    // Whatever was thrown may be a trap itself.
    return undefined;
  }
}

/** What a thrown value of `fetch` or of a body stream means. */
export function classifyFailure(cause: unknown): Failure {
  if (isFlexError(cause)) {
    const { kind, message: reason } = cause;
    return { kind, reason, ...("cause" in cause && { cause: cause.cause }) };
  }
  const code = findErrorCode(cause);
  const word = code ?? "connection";
  // Node names what is wrong with a Brotli stream ERR__ERROR_FORMAT_….
  if (code !== undefined && /^Z_|^ERR__ERROR_|ZLIB|BROTLI|ZSTD/i.test(code)) {
    return { kind: "parse", reason: `the body's compression is broken (${code})`, word, cause };
  }
  return {
    kind: "connection",
    reason: `no answer${code === undefined ? "" : ` (${code})`}`,
    word,
    transient: code === undefined || !/CERT|TLS|SSL|UNABLE_TO_VERIFY/.test(code),
    cause,
  };
}
