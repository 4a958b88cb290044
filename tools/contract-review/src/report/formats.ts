import type { Review } from "../verdict/review.ts";
import type { Render, RenderOptions } from "./render.ts";

export type Format = "terminal" | "markdown" | "json" | "sarif" | "junit" | "github" | "html";

/** Every format, loaded when it is asked for. */
const formats: Readonly<Record<Format, () => Promise<Render>>> = {
  terminal: async () => (await import("./terminal.ts")).terminalReport,
  markdown: async () => (await import("./markdown.ts")).markdownReport,
  json: async () => (await import("./json.ts")).jsonReport,
  sarif: async () => (await import("./sarif.ts")).sarifReport,
  junit: async () => (await import("./junit.ts")).junitReport,
  github: async () => (await import("./github.ts")).githubReport,
  html: async () => (await import("./html/html-report.ts")).htmlReport,
};

export const formatNames: readonly Format[] = Object.keys(formats).filter(isFormat);

export function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}

export async function renderReview(
  format: Format,
  review: Review,
  options: RenderOptions,
): Promise<string> {
  const render: Render = await formats[format]();
  return render(review, options);
}
