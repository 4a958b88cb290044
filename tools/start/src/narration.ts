/** Prints what happens as it happens, each step with its time. */
export interface Narration {
  readonly step: <Result>(
    title: string,
    act: () => Promise<Result> | Result,
    told?: (result: Result) => string,
  ) => Promise<Result>;
}

const seconds = (ms: number): string =>
  ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`;

export const createNarration = (write: (text: string) => void, now: () => number): Narration => {
  let count = 0;
  return {
    step: async (title, act, told = () => "") => {
      count += 1;
      const started = now();
      write(`  ${count}. ${title.padEnd(34)}`);
      try {
        const result = await act();
        const detail = told(result);
        write(`${seconds(now() - started).padStart(8)}${detail === "" ? "" : `   ${detail}`}\n`);
        return result;
      } catch (error) {
        write(`${seconds(now() - started).padStart(8)}   failed\n`);
        throw error;
      }
    },
  };
};
