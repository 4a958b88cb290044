import type { Model } from "./model.ts";

/**
 * The import lines for the names that `types` mention: an unused import does not compile under the
 * strictest flags, and a missing one compiles nowhere.
 */
export const typeImports = (model: Model, types: readonly string[]): string => {
  const names = new Set(
    types
      .join(" ")
      .replaceAll(/"(?:[^"\\]|\\.)*"/g, "")
      .match(/[\p{ID_Continue}$]+/gu),
  );
  const schemas = model.schemas
    .map(({ exportName }) => exportName)
    .filter((name) => names.has(name));
  const raw = ["components", "operations"].filter((name) => names.has(name));
  return [
    schemas.length === 0 ? "" : `import type { ${schemas.join(", ")} } from "./schemas.ts";`,
    raw.length === 0 ? "" : `import type { ${raw.join(", ")} } from "./types.ts";`,
  ]
    .filter(Boolean)
    .join("\n");
};
