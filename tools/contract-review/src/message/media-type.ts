/** A media type or range of a Content map, in the words of RFC 9110 §8.3.1 and §12.5.1. */
interface MediaType {
  readonly type: string;
  readonly subtype: string;
  /** Parameters in canonical order. `charset` names an encoding of the same text, and is left out. */
  readonly parameters: string;
}

function parseMediaType(text: string): MediaType {
  const [essence = "", ...parameters] = text.split(";");
  const [type = "", subtype = ""] = essence.trim().toLowerCase().split("/");
  return {
    type,
    subtype,
    parameters: parameters
      .map((parameter) => parameter.trim().replaceAll(/\s*=\s*/g, "="))
      .map((parameter) => parameter.replace(/^[^=]*/, (name) => name.toLowerCase()))
      .filter((parameter) => parameter !== "" && !parameter.startsWith("charset="))
      .toSorted()
      .join(";"),
  };
}

/** One spelling for every media type that means the same. */
export function canonicalMediaType(text: string): string {
  const { type, subtype, parameters } = parseMediaType(text);
  return `${type}/${subtype}${parameters === "" ? "" : `;${parameters}`}`;
}

/**
 * How closely `range` describes `mediaType`, from 0 (not at all) over ranges of every type, of one
 * type and of one structured suffix (RFC 6839) to 6 (the same type with the same parameters). A
 * range describes a narrower range, never a wider one.
 */
export function specificity(range: string, mediaType: string): number {
  const wide = parseMediaType(range);
  const narrow = parseMediaType(mediaType);
  if (wide.parameters !== "" && wide.parameters !== narrow.parameters) return 0;
  if (wide.type !== "*" && wide.type !== narrow.type) return 0;
  if (wide.subtype === narrow.subtype && wide.type === narrow.type) {
    return wide.parameters === narrow.parameters ? 6 : 5;
  }
  if (wide.subtype === "*") return wide.type === "*" ? 1 : 2;
  if (wide.subtype.startsWith("*+") && narrow.subtype.endsWith(wide.subtype.slice(1))) {
    return wide.type === "*" ? 3 : 4;
  }
  return 0;
}

/** The entry of a Content map that applies to a media type: the most specific one. */
export function applicableMediaType<Entry extends { readonly mediaType: string }>(
  content: readonly Entry[],
  mediaType: string,
): Entry | undefined {
  let best: Entry | undefined;
  let bestRank = 0;
  for (const entry of content) {
    const rank = specificity(entry.mediaType, mediaType);
    if (rank > bestRank) {
      best = entry;
      bestRank = rank;
    }
  }
  return best;
}
