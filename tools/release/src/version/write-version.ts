/** The line of code that repeats a version, with that version. */
export function writeVersion(text: string, version: string): string {
  const line = `version = ${JSON.stringify(version)}`;
  const written = text.replace(/version = "[^"]*"/, line);
  if (written.includes(line)) return written;
  throw new Error('Expected a line such as `export const version = "0.0.0";`.');
}
