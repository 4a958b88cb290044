const known =
  /<\/?(?:!doctype html|html|head|title|body|h1|center|hr|p|pre|div|script)\b|[{}[\]":,<>]/gi;

/**
 * The first bytes of a body as a skeleton: markup and punctuation that are known, everything else
 * as an ellipsis. Enough to tell a gateway's page from cut-off JSON, without showing what a server
 * may have echoed.
 */
export function sketch(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, 200));
  let shown = "";
  let end = 0;
  for (const match of text.matchAll(known)) {
    if (text.slice(end, match.index).trim() !== "") shown += "…";
    shown += match[0];
    end = match.index + match[0].length;
  }
  if (text.slice(end).trim() !== "") shown += "…";
  return `of ${bytes.byteLength} bytes${shown === "" ? "" : `, ${shown.slice(0, 60)}`}`;
}
