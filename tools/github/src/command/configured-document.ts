import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

/** The document that a repository's `contract-review.yaml` names, within it; nothing: none. */
export async function configuredDocument(root: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(root, "contract-review.yaml"), "utf8");
    const config: unknown = parse(text, { schema: "core", maxAliasCount: 0 });
    const { document } = (config ?? {}) as { readonly document?: unknown };
    const isInside =
      typeof document === "string" && !/^\/|^[a-z]:|\\|(?:^|\/)\.\.(?:\/|$)/i.test(document);
    return isInside ? document : undefined;
  } catch {
    // What is wrong with the file has been told by the review, which reads it first.
    return undefined;
  }
}
