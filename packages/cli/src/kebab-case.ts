/** `fetchChannel`, `FetchChannel`, `fetch_channel` and `fetchURLs2` as words between hyphens. */
export function kebabCase(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1-$2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .replaceAll(/[^\dA-Za-z]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .toLowerCase();
}
