import type { OperationPlace } from "../message/lower-document.ts";
import type { Operation } from "../message/operation.ts";
import { addressesOf } from "../message/server.ts";
import { parsePathTemplate } from "../message/path-template.ts";

export interface Pair<Item> {
  readonly base: Item;
  readonly head: Item;
}

export interface Pairing<Item> {
  readonly paired: readonly Pair<Item>[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** Pairs by a key; where a key stands twice, equal paths first. */
export function pairPlaces(
  base: readonly OperationPlace[],
  head: readonly OperationPlace[],
): Pairing<OperationPlace> {
  const waiting = new Map<string, OperationPlace[]>();
  for (const place of head) {
    const same = waiting.get(place.key);
    if (same === undefined) waiting.set(place.key, [place]);
    else same.push(place);
  }
  const paired: Pair<OperationPlace>[] = [];
  const removed: OperationPlace[] = [];
  for (const place of base) {
    const same = waiting.get(place.key) ?? [];
    const exact = same.findIndex(({ path }) => path === place.path);
    const [partner] = same.splice(Math.max(exact, 0), 1);
    if (partner === undefined) removed.push(place);
    else paired.push({ base: place, head: partner });
  }
  return { paired, removed, added: [...waiting.values()].flat() };
}

/**
 * Pairs what is left by address: `/v1/users` on `https://example.com` and `/users` on
 * `https://example.com/v1` are one operation.
 */
export function pairByAddress(
  base: readonly Operation[],
  head: readonly Operation[],
): Pairing<Operation> {
  const waiting = new Map<string, Operation>();
  for (const operation of head) {
    for (const address of fullAddresses(operation)) waiting.set(address, operation);
  }
  const paired: Pair<Operation>[] = [];
  const removed: Operation[] = [];
  const taken = new Set<Operation>();
  for (const operation of base) {
    const partner = fullAddresses(operation)
      .map((address) => waiting.get(address))
      .find((candidate) => candidate !== undefined && !taken.has(candidate));
    if (partner === undefined) removed.push(operation);
    else {
      taken.add(partner);
      paired.push({ base: operation, head: partner });
    }
  }
  return { paired, removed, added: head.filter((operation) => !taken.has(operation)) };
}

function fullAddresses({ method, path, servers, initiator }: Operation): readonly string[] {
  if (initiator === "server" || path === "") return [];
  const { key } = parsePathTemplate(path);
  return servers.flatMap(addressesOf).map((address) => `${method} ${address}${key}`);
}
