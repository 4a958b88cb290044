import { createHash } from "node:crypto";

/** What our comment remembers, in a line that nobody sees. */
export interface Marker {
  /** Which review, where a repository has several; also the context of the status. */
  readonly name: string;
  /** Of the text below it; `stale` where a newer one is on its way. */
  readonly digest: string;
  /** Whether any of its versions told of a break. */
  readonly saidBreaking: boolean;
}

const FORM =
  /^<!-- contract-review v1 name=([\w.-]{1,60}) digest=([0-9a-f]{32}|stale) said=(breaking|nothing) -->\n/;

/** The marker on a comment's first line, and the text below it; nothing where there is none. */
export function readMarker(
  body: string,
): { readonly marker: Marker; readonly text: string } | undefined {
  // GitHub stores the line ends that it was sent; a person who edits in the browser sends CRLF.
  const unix = body.replaceAll("\r\n", "\n");
  const [whole, name, digest, said] = FORM.exec(unix) ?? [];
  if (whole === undefined || name === undefined || digest === undefined) return undefined;
  return {
    marker: { name, digest, saidBreaking: said === "breaking" },
    text: unix.slice(whole.length),
  };
}

/** Puts the marker above a text. */
export function withMarker(
  text: string,
  { name, saidBreaking, isStale = false }: Omit<Marker, "digest"> & { readonly isStale?: boolean },
): string {
  const digest = isStale ? "stale" : createHash("sha256").update(text).digest("hex").slice(0, 32);
  return `<!-- contract-review v1 name=${name} digest=${digest} said=${saidBreaking ? "breaking" : "nothing"} -->\n${text}`;
}
