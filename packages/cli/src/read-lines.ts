import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** The lines of a stream that have something on them, trimmed, as they come. */
export async function* readLines(stream: Readable): AsyncGenerator<string, void> {
  const lines = createInterface({ input: stream, crlfDelay: Infinity });
  try {
    for await (const line of lines) {
      const text = line.replace(/^\uFEFF/, "").trim();
      if (text !== "") yield text;
    }
  } finally {
    lines.close();
  }
}
