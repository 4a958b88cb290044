import { isUtf8 } from "node:buffer";
import type { SyntaxProblem } from "./syntax/parsed-source.ts";

/** The text of a file, or as much of it as could be read and the problem that stopped. */
export interface DecodedText {
  readonly text: string;
  readonly problem?: SyntaxProblem;
}

/** Reads UTF-8 without replacing anything; a byte order mark is left out (RFC 8259 §8.1). */
export function decodeBytes(bytes: Uint8Array | string, maxBytes: number): DecodedText {
  if (typeof bytes === "string") {
    const text = bytes.startsWith("\u{feff}") ? bytes.slice(1) : bytes;
    // A string of n code units has at least n bytes.
    return text.length > maxBytes ? tooLarge(text.length, maxBytes) : { text };
  }
  if (bytes.byteLength > maxBytes) return tooLarge(bytes.byteLength, maxBytes);
  const isText = isUtf8(bytes);
  if (isText && !looksLikeUtf16(bytes))
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  const valid = isText ? bytes.indexOf(0) : validLength(bytes);
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, valid));
  const received = [...bytes.subarray(valid, valid + 4)].map((byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  return {
    text,
    problem: {
      code: "not-utf-8",
      message: `The byte at offset ${valid} does not continue UTF-8 text`,
      span: { start: text.length, end: text.length },
      expected: "UTF-8",
      received: `bytes ${received.join(" ")}`,
      ...(looksLikeUtf16(bytes) ? { hint: "The file looks like UTF-16: save it as UTF-8" } : {}),
    },
  };
}

export function tooLarge(size: number, maxBytes: number): Required<DecodedText> {
  return {
    text: "",
    problem: {
      code: "too-large",
      message: "The file is too large",
      span: { start: 0, end: 0 },
      expected: `at most ${maxBytes} bytes`,
      received: `${size} bytes`,
    },
  };
}

/** By its byte order mark, or by the half of its first character that is zero (YAML 1.2 §5.2). */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if (first === 0 || second === 0) return true;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The length of the longest prefix that is UTF-8, by halving: `isUtf8` is fast and exact. */
function validLength(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.byteLength;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // A sequence that was begun and not finished is not valid text either.
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low -= 1;
  return low;
}

/** Whether UTF-8 text could begin so; a stream decoder waits for the rest of a sequence. */
function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
