export { methodName } from "./names.ts";
export { generate } from "./generate.ts";
export type { GeneratedFile, GenerateOptions, GenerateResult } from "./generate.ts";
