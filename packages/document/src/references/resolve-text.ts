import { parsePointer } from "../json-pointer.ts";

/** What the text of a `$ref` says, before anything is looked up. */
export type ReferenceText =
  | { readonly kind: "pointer"; readonly file: string | undefined; readonly pointer: string }
  | { readonly kind: "anchor"; readonly file: string | undefined; readonly name: string }
  | { readonly kind: "remote" }
  | { readonly kind: "outside" }
  | { readonly kind: "invalid"; readonly reason: string };

/**
 * Splits a URI reference (RFC 3986 §4.1) into file and fragment.
 *
 * @param base Path of the file that holds the reference, relative to the document's folder;
 *   undefined for the document itself.
 * @param main File name of the document, without its folder.
 */
export function readReference(text: string, base: string | undefined, main: string): ReferenceText {
  const hash = text.indexOf("#");
  const before = hash === -1 ? text : text.slice(0, hash);
  const fragment = decode(hash === -1 ? "" : text.slice(hash + 1));
  if (fragment === undefined) return { kind: "invalid", reason: "The percent-encoding is broken" };
  let file = base;
  if (before !== "") {
    const path = readPath(before, base);
    if (typeof path !== "string") return path;
    file = path === main ? undefined : path;
  } else if (hash === -1) {
    return { kind: "invalid", reason: "The reference is empty" };
  }
  if (fragment !== "" && !fragment.startsWith("/")) return { kind: "anchor", file, name: fragment };
  if (parsePointer(fragment) === undefined) {
    return { kind: "invalid", reason: "A ~ in a JSON Pointer is followed by 0 or 1 (RFC 6901 §3)" };
  }
  return { kind: "pointer", file, pointer: fragment };
}

/** The path relative to the document's folder, or why there is none. */
function readPath(text: string, base: string | undefined): string | ReferenceText {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(text) || text.includes("?")) return { kind: "remote" };
  const path = decode(text);
  if (path === undefined) return { kind: "invalid", reason: "The percent-encoding is broken" };
  if (path.startsWith("/") || /[\\\0]/.test(path)) return { kind: "outside" };
  const segments = base === undefined ? [] : base.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) return { kind: "outside" };
    } else if (segment !== "." && segment !== "") {
      segments.push(segment);
    }
  }
  return segments.join("/");
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A pointer as a fragment-only reference (RFC 6901 §6). */
export function formatReference(pointer: string): string {
  return `#${pointer.split("/").map(encodeURIComponent).join("/")}`;
}
