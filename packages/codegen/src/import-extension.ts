/** How generated files name each other: `./types.ts`, or `./types.js` for compilers before 5.7. */
export type ImportExtension = "ts" | "js";

export const importExtensions: readonly ImportExtension[] = ["ts", "js"];

/** The specifier at the end of an import or export declaration: no other line of our output has its form. */
const specifier = /^((?:import|export) .* from "\.\/[a-z]+)\.ts";$/gm;

/** Emitters write `.ts`; this is what becomes of it. */
export const withImportExtension = (text: string, extension: ImportExtension): string =>
  extension === "ts" ? text : text.replaceAll(specifier, `$1.${extension}";`);
