/** Whether an output has nothing to map: it only passes on what others export, or stands in no file of ours. */
export function hasNoSource(output: string): boolean {
  const lines = output.split("\n");
  return lines.every((line) => passesOn.test(line)) || isVirtual(lines);
}

const passesOn =
  /^(?:import|export) .* from "[^"]+";$|^export \{.*\};$|^export default \w+\(\);$|^$/;

/**
 * rolldown heads each module with its name, and with `\0` where no file has it: its own runtime,
 * and what a build writes in place of a module of Node.
 */
function isVirtual(lines: readonly string[]): boolean {
  const headings = lines.filter((line) => line.startsWith("// "));
  return headings.length > 0 && headings.every((line) => line.startsWith(String.raw`// \0`));
}
