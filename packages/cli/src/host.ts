import type { Readable, Writable } from "node:stream";

/** A stream that may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Why a run ends early, and the exit status for it: 128 plus the number of the signal. */
export interface Stop {
  readonly kind: "interrupted" | "terminated" | "broken-pipe";
  readonly status: 130 | 143 | 141;
}

/** What a run has of the world outside. */
export interface Host {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted with a {@link Stop} as reason. */
  readonly stop: AbortController;
}

/** The reason of a stop that was made, or `undefined`. */
export function stopOf({ stop }: Host): Stop | undefined {
  const { aborted, reason }: { readonly aborted: boolean; readonly reason: Stop } = stop.signal;
  return aborted ? reason : undefined;
}

/** Writes, and waits while the reader is slower. A stop ends the wait. */
export async function write(stream: Output, text: string, { stop }: Host): Promise<void> {
  if (stop.signal.aborted && stream.destroyed) return;
  if (stream.write(text)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      stream.off("drain", done).off("error", done).off("close", done);
      stop.signal.removeEventListener("abort", done);
      resolve();
    };
    stream.on("drain", done).on("error", done).on("close", done);
    stop.signal.addEventListener("abort", done);
  });
}
