import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** What a reader of Markdown made of a text: its links, and the words that are not code. */
export interface Rendered {
  readonly html: string;
  readonly links: readonly string[];
  /** Text and tags outside of code, where GitHub looks for mentions, references and addresses. */
  readonly outsideCode: string;
  readonly tags: readonly string[];
}

/** Renders as GitHub's own dialect does, raw HTML let through so that it would be seen. */
export function renderMarkdown(text: string): Rendered {
  const html = micromark(text, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const outsideCode = html
    .replaceAll(/<code[^>]*>.*?<\/code>/gs, "<code></code>")
    .replaceAll(/ href="[^"]*"/g, "");
  return {
    html,
    links: [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? ""),
    outsideCode,
    tags: [
      ...new Set([...outsideCode.matchAll(/<\/?([a-z][a-z0-9-]*)/gi)].map(([, tag]) => tag ?? "")),
    ].toSorted(),
  };
}

/** What GitHub's runner would obey in a log, by its own two ways of reading a line. */
export function commandsIn(log: string): readonly string[] {
  const commands: string[] = [];
  let stopped: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const [, name, rest] = /^\s*::([^\s:]+)( [^:]*)?::/.exec(line) ?? [];
    if (stopped !== undefined) {
      if (name === stopped) stopped = undefined;
      continue;
    }
    if (name === "stop-commands") stopped = line.split("::").at(-1);
    else if (name !== undefined) commands.push(`${name}${rest === undefined ? "" : " …"}`);
    else if (line.includes("##[")) commands.push("##[");
  }
  return commands;
}
