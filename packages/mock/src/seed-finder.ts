import type { SeedSource } from "./mock-options.ts";

type PathValues = Readonly<Record<string, string>>;

/** Finds the body that the path parameters of a request select. */
export type SeedFinder = (path: PathValues) => { readonly body: unknown } | undefined;

/** A finder over one source; the bodies are copied, so that a later change to them is not served. */
export function createSeedFinder(source: SeedSource): SeedFinder {
  if (typeof source === "function") {
    return (path) => {
      const body = source(path);
      return body === undefined ? undefined : { body };
    };
  }
  const entries = structuredClone(source).map((body) => ({
    body,
    properties: foldedProperties(body),
  }));
  return (path) => {
    const wanted = Object.entries(path).map(([name, text]) => [fold(name), text] as const);
    return entries.find(({ properties }) =>
      wanted.every(([name, text]) => (properties.get(name) ?? text) === text),
    );
  };
}

/** The scalar properties of a body as they would stand in a path, by folded name. */
function foldedProperties(body: unknown): ReadonlyMap<string, string> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return new Map();
  return new Map(
    Object.entries(body)
      .filter((entry): entry is [string, string | number | boolean] => isScalar(entry[1]))
      .map(([name, value]) => [fold(name), String(value)]),
  );
}

/** A `null` stands in no path, so it selects as little as a property that is not there. */
function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function fold(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
