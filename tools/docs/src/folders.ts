import { join, resolve } from "node:path";

export const toolFolder: string = join(import.meta.dirname, "..");
export const repository: string = resolve(toolFolder, "..", "..");
