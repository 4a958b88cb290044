/** The members of a resource, a line each, names aligned, in the order in which they came. */
export const renderResource = (resource: Readonly<Record<string, unknown>>): string => {
  const width = Math.max(0, ...Object.keys(resource).map((name) => name.length));
  return Object.entries(resource)
    .map(
      ([name, value]) =>
        `  ${name.padEnd(width)}  ${typeof value === "string" ? value : JSON.stringify(value)}\n`,
    )
    .join("");
};
