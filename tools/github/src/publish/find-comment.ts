import { type Marker, readMarker } from "../comment/marker.ts";
import type { GitHub } from "../rest/connect-github.ts";

/** Our comment as it stands. */
export interface FoundComment {
  readonly id: number;
  readonly marker: Marker;
  readonly text: string;
  readonly url: string;
}

/**
 * Our comment, by its marker and its author: a stranger can write the marker, and our account may
 * write other comments. Looked for on every page until it is found.
 */
export async function findComment(
  github: GitHub,
  pull: number,
  { name, author }: { readonly name: string; readonly author: string },
): Promise<FoundComment | undefined> {
  for await (const comment of github.comments(pull)) {
    if (comment.author !== author) continue;
    const found = readMarker(comment.body);
    if (found?.marker.name !== name) continue;
    return { id: comment.id, marker: found.marker, text: found.text, url: comment.url };
  }
  return undefined;
}
