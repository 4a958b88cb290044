/** GitHub answered with something else than its description promises. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

/** Reads members of an answer, each with its type; a wrong one is named by its path. */
export interface Shape {
  readonly text: (key: string) => string;
  readonly number: (key: string) => number;
  readonly flag: (key: string) => boolean;
  readonly textOrNull: (key: string) => string | null;
  /** Nothing where the member is null or not there. */
  readonly maybe: (key: string) => Shape | undefined;
  readonly object: (key: string) => Shape;
  readonly list: (key: string) => readonly Shape[];
}

export function shapeOf(value: unknown, path: string): Shape {
  if (typeof value !== "object" || value === null) throw expected(path, "an object", value);
  const members = value as Readonly<Record<string, unknown>>;
  const get = (key: string): unknown => (Object.hasOwn(members, key) ? members[key] : undefined);
  const at = (key: string): string => `${path}.${key}`;
  return {
    text: (key) => {
      const found = get(key);
      if (typeof found === "string") return found;
      throw expected(at(key), "a text", found);
    },
    number: (key) => {
      const found = get(key);
      if (typeof found === "number") return found;
      throw expected(at(key), "a number", found);
    },
    flag: (key) => {
      const found = get(key);
      if (typeof found === "boolean") return found;
      throw expected(at(key), "true or false", found);
    },
    textOrNull: (key) => {
      const found = get(key) ?? null;
      if (typeof found === "string" || found === null) return found;
      throw expected(at(key), "a text or null", found);
    },
    maybe: (key) => {
      const found = get(key) ?? undefined;
      return found === undefined ? undefined : shapeOf(found, at(key));
    },
    object: (key) => shapeOf(get(key), at(key)),
    list: (key) => {
      const found = get(key);
      if (!Array.isArray(found)) throw expected(at(key), "a list", found);
      return found.map((item, index) => shapeOf(item, `${at(key)}[${String(index)}]`));
    },
  };
}

function expected(path: string, wanted: string, received: unknown): ShapeError {
  const kind = received === null ? "null" : Array.isArray(received) ? "a list" : typeof received;
  return new ShapeError(`${path}: expected ${wanted}, received ${kind}.`);
}
