/** A text with the place of interest between ⟦ and ⟧, taken apart. */
export interface Marked {
  readonly text: string;
  /** `line:column-line:column`, counted here and not by the code under test. */
  readonly range: string;
}

/** Reads the marks by counting characters: an oracle for every position that is reported. */
export function marked(source: string): Marked {
  const open = source.indexOf("⟦");
  const close = source.indexOf("⟧");
  if (open === -1 || close < open) throw new Error("The text has no ⟦…⟧");
  const text = source.replace("⟦", "").replace("⟧", "");
  return { text, range: `${place(text, open)}-${place(text, close - 1)}` };
}

function place(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}
