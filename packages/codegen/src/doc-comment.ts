/** Characters that end a comment, a line or a reader's trust in what is shown (bidirectional controls). */
const unsafe =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const inline = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replaceAll(unsafe, " ")
    .replaceAll("*/", "*\\/")
    .toWellFormed();

/** Text of the document as TSDoc: an `@` at the start of a line is a tag only if we wrote it. */
const prose = (text: string): string =>
  inline(text)
    .trim()
    .split("\n")
    .map((line) => line.trimEnd().replace(/^(\s*)@/u, "$1\\@"))
    .join("\n");

/** What a doc comment says, in TSDoc's order. */
export interface DocComment {
  readonly summary?: string | undefined;
  readonly remarks?: string | undefined;
  readonly parameters?: readonly { readonly name: string; readonly text?: string | undefined }[];
  readonly lines?: readonly string[];
  readonly deprecated?: string | undefined;
}

/** Renders a doc comment, or nothing where there is nothing to say. */
export const docComment = ({
  summary,
  remarks,
  parameters = [],
  lines = [],
  deprecated,
}: DocComment): string => {
  const paragraphs = [
    ...[summary, remarks]
      .filter((text) => text !== undefined && text.trim() !== "")
      .map((text) => prose(text ?? "")),
    ...lines.map(inline),
    [
      ...parameters
        .filter(({ text }) => text !== undefined && text !== "")
        .map(({ name, text }) => `@param ${name} ${prose(text ?? "")}`),
      ...(deprecated === undefined ? [] : [`@deprecated ${prose(deprecated)}`.trimEnd()]),
    ].join("\n"),
  ].filter((paragraph) => paragraph !== "");
  if (paragraphs.length === 0) return "";
  const body = paragraphs
    .join("\n\n")
    .split("\n")
    .map((line) => ` * ${line}`.trimEnd());
  return `/**\n${body.join("\n")}\n */\n`;
};
