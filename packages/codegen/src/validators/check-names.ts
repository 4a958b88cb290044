/** The last words of a pointer as part of an identifier: ASCII letters and digits only, whatever the document says. */
const suffixOf = (pointer: string): string => {
  const words = pointer.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words
    .slice(-1)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1, 40))
    .join("");
};

/** Gives every pointer an identifier of its own, the same at every call. */
export const createCheckNames = (taken: Iterable<string>): ((pointer: string) => string) => {
  const used = new Set(taken);
  const names = new Map<string, string>();
  return (pointer) => {
    const known = names.get(pointer);
    if (known !== undefined) return known;
    const wanted = `check${suffixOf(pointer)}`;
    let name = wanted;
    for (let count = 2; used.has(name); count += 1) name = `${wanted}_${count}`;
    used.add(name);
    names.set(pointer, name);
    return name;
  };
};
