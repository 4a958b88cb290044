import { child } from "../json/pointer.ts";
import type { Operation, Server } from "../message/operation.ts";
import { parsePathTemplate } from "../message/path-template.ts";
import { addressesOf, isReachable } from "../message/server.ts";
import type { CompareContext, OperationPair } from "./context.ts";

/**
 * A client built on the base calls the addresses that the base names; a base without servers
 * promised none. Servers of webhooks are the consumers' own.
 */
export function compareServers(context: CompareContext, operations: OperationPair): void {
  const { base, head } = operations;
  if (base.initiator === "server") return;
  const isMoved = parsePathTemplate(base.path).key !== parsePathTemplate(head.path).key;
  const was = reached(base, isMoved);
  const now = reached(head, isMoved);
  const replaced = new Set<string>();
  for (const server of was) {
    const lost = addressesOf(server).find((address) => !isReachable(address, now));
    if (lost === undefined) continue;
    replaced.add(server.pointer);
    context.book.add({
      ...entry(operations, server, "removed"),
      kind: "message-refused",
      producer: "base",
      witness: {
        kind: "request",
        method: base.method,
        path: base.path,
        message: {},
        server: server.written,
      },
    });
  }
  for (const server of now) {
    // One that took the place of another is the same edit.
    if (replaced.has(server.pointer)) continue;
    if (addressesOf(server).every((address) => isReachable(address, was))) continue;
    context.book.add({ ...entry(operations, server, "added"), kind: "message-tolerated" });
  }
}

function entry(operations: OperationPair, server: Server, keyword: "removed" | "added") {
  const { base, head } = operations;
  const first = { base: base.servers[0]?.pointer, head: head.servers[0]?.pointer };
  return {
    direction: "request" as const,
    part: "server",
    keyword,
    operations: [base.name],
    instanceLocation: child("/server", server.written),
    basePointer: keyword === "removed" ? server.pointer : (first.base ?? base.pointer),
    headPointer: keyword === "added" ? server.pointer : (first.head ?? ""),
    was: base.servers.map(({ written }) => written),
    now: head.servers.map(({ written }) => written),
    dependsOnConvention: false,
  };
}

/** The servers of an operation; with the path in them where the path moved into or out of them. */
function reached({ servers, path }: Operation, isMoved: boolean): readonly Server[] {
  if (!isMoved) return servers;
  const { key } = parsePathTemplate(path);
  const shifted = (count: number): string =>
    key.replaceAll(/\{(\d+)\}/g, (_, position: string) => `{${String(Number(position) + count)}}`);
  return servers.map((server) => ({
    ...server,
    url: server.url + shifted(server.values.length),
  }));
}
