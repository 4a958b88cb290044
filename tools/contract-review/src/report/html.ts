import type { Render } from "./formats.ts";
export const htmlReport: Render = () => "";
