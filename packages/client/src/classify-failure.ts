import { isFlexError } from "./errors/flex-error.ts";
import type { Failure } from "./outcome.ts";

/** The system's or the HTTP library's code for an error, e.g. `ECONNRESET`, wherever it is nested. */
function findErrorCode(error: unknown, depth = 5): string | undefined {
  try {
    const { code, cause, errors } = error as Readonly<Record<string, unknown>>;
    if (typeof code === "string" && /^[A-Za-z]\w{2,49}$/.test(code)) return code;
    if (depth > 0) {
      return (
        findErrorCode(cause, depth - 1) ?? findErrorCode(Object(errors)[0] as unknown, depth - 1)
      );
    }
  } catch {
    // Whatever was thrown may be nothing, or a trap itself.
  }
  return undefined;
}

/** What a thrown value of `fetch`, of a body stream or of our own means. */
export function classifyFailure(cause: unknown): Failure {
  // Of our own there are only refusals; what an application throws in their likeness is a cause.
  if (isFlexError(cause, "configuration")) {
    const { kind, message: reason } = cause;
    return { kind, reason, ...("cause" in cause && { cause: cause.cause }) };
  }
  const code = findErrorCode(cause);
  const word = code ?? "connection";
  const shown = code ? ` (${code})` : "";
  // Node names what is wrong with a Brotli stream ERR__ERROR_FORMAT_….
  return /^Z_|^ERR__ERROR_|ZLIB|BROTLI|ZSTD/i.test(word)
    ? { kind: "parse", reason: `the body's compression is broken${shown}`, word, cause }
    : {
        kind: "connection",
        reason: `no answer${shown}`,
        word,
        transient: !/CERT|TLS|SSL|UNABLE_TO_VERIFY/.test(word),
        cause,
      };
}

/** What is thrown where nothing is sent: a refusal, or what the application brought along. */
export function classifyRefusal(cause: unknown): Failure {
  return isFlexError(cause, "configuration")
    ? classifyFailure(cause)
    : { kind: "configuration", reason: "an option threw", cause };
}
