/** The edge of the process, given as an argument so that a test can hold it. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly isTerminal: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Whether to write colours: `NO_COLOR` and `FORCE_COLOR` rule, then what the output is. */
export function wantsColor({ env, isTerminal }: Terminal): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"] ?? "";
  return forced === "" ? isTerminal : forced !== "0";
}
