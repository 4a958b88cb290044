import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { Host } from "../src/index.ts";

/** A host with streams in memory, and what was written to them. */
export interface Capture {
  readonly host: Host;
  /** Ends the streams and gives their texts. */
  readonly texts: () => Promise<{ readonly stdout: string; readonly stderr: string }>;
}

export interface CaptureOptions {
  /** What standard input says; absent: it is a terminal. */
  readonly stdin?: Readable | string;
  readonly stdoutColumns?: number;
  readonly stderrColumns?: number;
}

export function capture({ stdin, stdoutColumns, stderrColumns }: CaptureOptions = {}): Capture {
  const stdout = output(stdoutColumns);
  const stderr = output(stderrColumns);
  const written = [text(stdout), text(stderr)] as const;
  // A test may break a stream on purpose.
  for (const each of written) each.catch(() => undefined);
  const input = typeof stdin === "string" ? Readable.from([stdin]) : (stdin ?? new PassThrough());
  return {
    host: {
      stdin: Object.assign(input, { isTTY: stdin === undefined }),
      stdout,
      stderr,
      stop: new AbortController(),
    },
    texts: async () => {
      stdout.end();
      stderr.end();
      return { stdout: await written[0], stderr: await written[1] };
    },
  };
}

/** A terminal where it has columns, else a pipe. */
function output(columns: number | undefined): PassThrough {
  const stream = new PassThrough({ highWaterMark: 1 << 20 });
  return columns === undefined ? stream : Object.assign(stream, { isTTY: true, columns });
}
