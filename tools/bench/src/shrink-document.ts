/** As much of an OpenAPI document as sizes are made from. */
export interface ShrinkableDocument {
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * A smaller document that is as real: the first paths, and every component that they reach.
 * Components that nothing reaches, webhooks and extensions are left out, so that the size follows
 * the number of paths.
 */
export function shrinkDocument<Document extends ShrinkableDocument>(
  document: Document,
  pathCount: number,
): Document {
  const paths = Object.fromEntries(Object.entries(document.paths).slice(0, pathCount));
  const reached = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        if (key === "$ref" && typeof child === "string") follow(child);
        else visit(child);
      }
    }
  };
  const follow = (reference: string): void => {
    if (reached.has(reference)) return;
    reached.add(reference);
    const [, kind = "", name = ""] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(reference) ?? [];
    visit(document.components?.[kind]?.[unescapePointer(name)]);
  };
  visit(paths);

  const components = Object.fromEntries(
    Object.entries(document.components ?? {}).map(([kind, entries]) => [
      kind,
      kind === "securitySchemes"
        ? entries
        : Object.fromEntries(
            Object.entries(entries).filter(([name]) =>
              reached.has(`#/components/${kind}/${escapePointer(name)}`),
            ),
          ),
    ]),
  );
  const kept = Object.entries(document).filter(([key]) => !/^(x-|webhooks$)/.test(key));
  return Object.assign({} as Document, Object.fromEntries(kept), { paths, components });
}

/** RFC 6901 §3. */
function escapePointer(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

function unescapePointer(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
