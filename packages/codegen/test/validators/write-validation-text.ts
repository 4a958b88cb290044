import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";

const at = (name: string): string =>
  fileURLToPath(new URL(`../../src/validators/${name}`, import.meta.url));

/** The runtime's source as a module that exports it: generating reads no file. */
export const validationTextModule = async (): Promise<string> => {
  const lines = readFileSync(at("runtime/validation.ts"), "utf8").split("\n");
  const literals = lines.map((line) => `  ${JSON.stringify(line)},`);
  const text = [
    "/** `runtime/validation.ts` as text; written by `test/validators/write-validation-text.ts`. */",
    "export const validationText: string = [",
    ...literals,
    '].join("\\n");',
    "",
  ].join("\n");
  const file = at("validation-text.ts");
  return format(text, { ...(await resolveConfig(file)), parser: "typescript" });
};

if (import.meta.main) {
  const file = at("validation-text.ts");
  writeFileSync(`${file}.new`, await validationTextModule());
  renameSync(`${file}.new`, file);
}
