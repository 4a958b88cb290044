/** Told before each step of a run. */
export type Progress = (step: string) => void;

/** Where progress is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Progress as a person sees it; `done` takes it away again. */
export interface ShownProgress {
  readonly step: Progress;
  readonly done: () => void;
}

/** A run shorter than this shows nothing: a line that flashes by tells nobody anything. */
const quietMs = 400;

const eraseLine = "\r\u001B[K";

/** One line that each step replaces, on a terminal; nothing at all elsewhere. */
export const showProgress = (
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): ShownProgress => {
  if (stream.isTTY !== true) return { step: () => undefined, done: () => undefined };
  const start = now();
  let shown = false;
  return {
    step: (step) => {
      if (now() - start < quietMs) return;
      shown = true;
      stream.write(`${eraseLine}${((now() - start) / 1000).toFixed(1)} s ${step} …`);
    },
    done: () => {
      if (shown) stream.write(eraseLine);
      shown = false;
    },
  };
};
