/**
 * The JSON Pointer in a `$ref` to a place of the same document, which may be percent-encoded there
 * (RFC 6901 §6). A text whose encoding is broken is no reference of a loaded document.
 */
export const referencePointer = (reference: string): string => {
  const fragment = reference.slice(1);
  if (!fragment.includes("%")) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};
