import type { Host } from "./host.ts";

/** What a person sees of a long run. */
export interface Progress {
  /** One more call is known of. */
  readonly added: () => void;
  readonly settled: (isFailure: boolean) => void;
  /** Prints a line above the bar. */
  readonly line: (text: string) => void;
  readonly stop: () => void;
}

/** Lines only, for everything that is no terminal. */
export function plainProgress({ stderr }: Host): Progress {
  return {
    added: () => undefined,
    settled: () => undefined,
    line: (text) => void stderr.write(text),
    stop: () => undefined,
  };
}

/** A bar on the terminal of standard error. */
export async function barProgress({ stderr }: Host): Promise<Progress> {
  const { MultiBar } = (await import("cli-progress")).default;
  const bars = new MultiBar({
    stream: stderr,
    format: "{bar} {value}/{total}, {failures} failed, {duration_formatted}",
    barsize: 24,
    barCompleteChar: "#",
    barIncompleteChar: "-",
    clearOnComplete: true,
    // The terminal is left as it is found, whatever ends the program.
    hideCursor: null,
    linewrap: true,
    gracefulExit: false,
  });
  let total = 0;
  let failures = 0;
  const bar = bars.create(0, 0, { failures });
  return {
    added: () => {
      total += 1;
      bar.setTotal(total);
    },
    settled: (isFailure) => {
      failures += isFailure ? 1 : 0;
      bar.increment(1, { failures });
    },
    line: (text) => bars.log(text),
    stop: () => {
      bars.update(); // prints the lines that are waiting
      bars.stop();
    },
  };
}
