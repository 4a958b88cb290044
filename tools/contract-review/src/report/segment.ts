import { shorten } from "./visible-text.ts";

/** A piece of a sentence: words of ours, or a name or value that some document gave. */
export type Segment =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "quote"; readonly text: string };

/** Builds a sentence: what is interpolated comes from a document and is quoted. */
export function sentence(
  ours: TemplateStringsArray,
  ...quotes: readonly string[]
): readonly Segment[] {
  return ours.flatMap((text, index): readonly Segment[] => {
    const quote = quotes[index];
    return [
      ...(text === "" ? [] : [{ kind: "words" as const, text }]),
      ...(quote === undefined ? [] : [{ kind: "quote" as const, text: quote }]),
    ];
  });
}

/** A sentence without marks, for formats that have none. */
export function plainText(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join("");
}

/** The same where there is little room: a document may give a name as long as it likes. */
export function shortText(segments: readonly Segment[]): string {
  return plainText(
    segments.map(({ kind, text }) => ({ kind, text: shorten(text, LONGEST_QUOTE) })),
  );
}

const LONGEST_QUOTE = 200;

/** Words of ours. */
export function words(text: string): readonly Segment[] {
  return [{ kind: "words", text }];
}
