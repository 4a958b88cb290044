/** The first body that the path parameters select, or `undefined`. */
export function findSeed(
  bodies: readonly unknown[],
  path: Readonly<Record<string, string>>,
): { readonly body: unknown } | undefined {
  const index = bodies.findIndex((body) => isSelected(body, path));
  return index === -1 ? undefined : { body: bodies[index] };
}

function isSelected(body: unknown, path: Readonly<Record<string, string>>): boolean {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return true;
  const properties = new Map(
    Object.entries(body).map(([name, value]: [string, unknown]) => [fold(name), value]),
  );
  return Object.entries(path).every(([name, text]) => {
    const value = properties.get(fold(name));
    return value === undefined || value === text || JSON.stringify(value) === text;
  });
}

function fold(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
