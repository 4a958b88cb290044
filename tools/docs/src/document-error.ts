/** The document cannot be rendered; the message shows why, with its lines. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}
