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
 * A name for each operation, in the order of the operations. Where a derived name is taken, `_2`,
 * `_3`, … are added in the order of the pointers' code units, and of the paths' where two paths
 * share a path item, so that the order of the document's keys changes no name.
 */
export function nameOperations(operations: readonly Nameable[]): readonly string[] {
  const taken = new Set(operations.flatMap(({ operationId }) => operationId ?? []));
  const derived = new Map<Nameable, string>();
  const nameless = operations.filter(({ operationId }) => operationId === undefined);
  for (const operation of nameless.toSorted(inStableOrder)) {
    const base = operationName(operation.method, operation.path);
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`;
    derived.set(operation, name);
    taken.add(name);
  }
  return operations.map(
    (operation) => operation.operationId ?? derived.get(operation) ?? operation.method,
  );
}

function inStableOrder(left: Nameable, right: Nameable): number {
  return compare(left.pointer, right.pointer) || compare(left.path, right.path);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
