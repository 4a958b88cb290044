/**
 * The beginning of a body as a skeleton: punctuation and tags that are known, everything else as
 * an ellipsis. It tells a gateway's page from cut-off JSON and shows nothing that a server echoed.
 */
export function sketch(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replace(
      /(<\/?(?:!doctype|html|head|title|body|h1|p|div)\b|[<>{}[\]":,])|[^<>{}[\]":,]+/gi,
      (_, known?: string) => known ?? "…",
    )
    .slice(0, 60);
}
