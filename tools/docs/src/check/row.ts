/** What became of one check. */
export interface Row {
  readonly name: string;
  readonly result: "pass" | "fail";
  /** Everything that went wrong; empty where nothing did. */
  readonly problems: readonly string[];
}

/** Runs a check that returns its problems; what it throws is one too. */
export async function checkRow(
  name: string,
  check: () => Promise<readonly string[]>,
): Promise<Row> {
  try {
    const problems = await check();
    return { name, problems, result: problems.length === 0 ? "pass" : "fail" };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { name, result: "fail", problems: [problem] };
  }
}

/** A line for each check, its problems below it, and the count. */
export function renderRows(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ name, result, problems }) => [
    `${result}  ${name}`,
    ...problems.map((problem) => `        ${problem.replaceAll("\n", "\n        ")}`),
  ]);
  const failed = rows.filter(({ result }) => result === "fail").length;
  return [...lines, "", `${String(rows.length - failed)} passed, ${String(failed)} failed`].join(
    "\n",
  );
}
