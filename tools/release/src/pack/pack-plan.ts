/** One package of a release and its tarball, as `changeset pack` writes them. */
export interface PackedRelease {
  readonly name: string;
  readonly version: string;
  /** npm's dist-tag. */
  readonly tag: string;
  readonly access: string;
  /** Path of the tarball from the pack's folder. */
  readonly path: string;
  /** Digest of the tarball: `sha256-` and base64. */
  readonly integrity: string;
}

/** A plan that cannot be read. */
export class PackPlanError extends Error {
  override readonly name = "PackPlanError";
}

export const planFile = "publish-plan.json";

const shapes: Readonly<Record<keyof PackedRelease, RegExp>> = {
  name: /^@[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/,
  version: /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/,
  tag: /^[a-z][a-z0-9-]*$/,
  access: /^public$/,
  path: /^packages\/[\w.-]+\.tgz$/,
  integrity: /^sha256-[A-Za-z0-9+/]{43}=$/,
};

/**
 * Reads `publish-plan.json`: releases in an order in which no package comes before one that it
 * depends on. It crossed from one job to another, so every field is held against its shape: a name
 * becomes part of a command line and of an address.
 */
export function parsePackPlan(text: string): readonly PackedRelease[] {
  const written = JSON.parse(text) as { readonly version?: unknown; readonly plan?: unknown };
  if (written.version !== 1 || !Array.isArray(written.plan)) {
    throw new PackPlanError(`${planFile}: expected { "version": 1, "plan": [...] }.`);
  }
  return (written.plan as readonly unknown[])
    .flat()
    .map((entry) => entry as Record<string, unknown>)
    .filter(({ kind }) => kind === "publish")
    .map((entry) => {
      const { path, integrity } = (entry["tarball"] ?? {}) as Record<string, unknown>;
      const { name, version, tag, access } = entry;
      const given = { name, version, tag, access, path, integrity };
      for (const [field, shape] of Object.entries(shapes)) {
        const value = given[field as keyof PackedRelease];
        if (typeof value === "string" && shape.test(value)) continue;
        throw new PackPlanError(
          `${planFile}: ${field}: expected ${String(shape)}, received ${JSON.stringify(value)}.`,
        );
      }
      return given as PackedRelease;
    });
}
