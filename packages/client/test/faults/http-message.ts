/** Composes HTTP/1.1 messages byte by byte, wrong ones included: a real server would refuse to. */

/** A start line, header lines and a body, with no length added and nothing checked. */
export function rawMessage(
  startLine: string,
  headerLines: readonly string[],
  body: string | Uint8Array = "",
): Buffer {
  const head = [startLine, ...headerLines, "", ""].join("\r\n");
  return Buffer.concat([Buffer.from(head, "latin1"), Buffer.from(body)]);
}

/** A well-formed answer with a `Content-Length`. */
export function answer(
  status: number | string,
  headerLines: readonly string[],
  body: string | Uint8Array = "",
): Buffer {
  const length = `Content-Length: ${Buffer.from(body).length}`;
  return rawMessage(`HTTP/1.1 ${status} Any`, [...headerLines, length], body);
}

/** A well-formed JSON answer. */
export function jsonAnswer(
  status: number,
  value: unknown,
  headerLines: readonly string[] = [],
): Buffer {
  return answer(status, ["Content-Type: application/json", ...headerLines], JSON.stringify(value));
}

/** One chunk of a chunked body (RFC 9112 §7.1). */
export function chunk(data: string): string {
  return `${Buffer.byteLength(data).toString(16)}\r\n${data}\r\n`;
}

export const LAST_CHUNK = "0\r\n\r\n";
export const JSON_TYPE = "Content-Type: application/json";
export const CHUNKED = "Transfer-Encoding: chunked";
