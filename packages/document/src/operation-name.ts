/**
 * A name for an operation without an `operationId`: the method, then each word of the path, in
 * camel case (`GET /v1/Channels/{Sid}` is `getV1ChannelsSid`).
 */
export function operationName(method: string, path: string): string {
  const words = path.match(/[\p{L}\p{N}]+/gu) ?? [];
  return method.toLowerCase() + words.map(capitalize).join("");
}

function capitalize(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}

/** An operation that may lack a name of its own. */
export interface Nameable {
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
}

/**
 * Names by pointer. Where a derived name is taken, `_2`, `_3`, … are added in the order of the
 * pointers' code units, so that the order of the document's keys changes no name.
 */
export function nameOperations(operations: readonly Nameable[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { operationId, pointer } of operations) {
    if (operationId === undefined) continue;
    names.set(pointer, operationId);
    taken.add(operationId);
  }
  const nameless = operations
    .filter(({ operationId }) => operationId === undefined)
    .toSorted((left, right) => (left.pointer < right.pointer ? -1 : 1));
  for (const { method, path, pointer } of nameless) {
    const base = operationName(method, path);
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`;
    names.set(pointer, name);
    taken.add(name);
  }
  return names;
}
