/* Writes the version of package.json into src/version.ts; runs after `changeset version`. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const file = join(root, "src/version.ts");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly version: string;
};
const source = `/** The version of this package, as in its package.json. */
export const version = ${JSON.stringify(version)};
`;
writeFileSync(`${file}.new`, source);
renameSync(`${file}.new`, file);
