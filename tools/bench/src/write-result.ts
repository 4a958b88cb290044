import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renderPlot } from "./render-plot.ts";
import type { Result } from "./result.ts";

/** Writes `<scenario>.json` and `<scenario>.svg`. */
export async function writeResult(directory: string, result: Result): Promise<void> {
  await mkdir(directory, { recursive: true });
  await replaceFile(
    join(directory, `${result.scenario}.json`),
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
  await replaceFile(join(directory, `${result.scenario}.svg`), renderPlot(result));
}

async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, file);
}
