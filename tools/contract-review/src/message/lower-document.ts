import {
  type OperationEntry,
  listCallbacks,
  listOperations,
  listWebhooks,
} from "@flex-channels/document";
import type { Initiator } from "./operation.ts";
import { parsePathTemplate } from "./path-template.ts";
import type { Side } from "./side.ts";

/** An operation of a document before it is lowered, with what it is paired by. */
export interface OperationPlace {
  /** Equal for templates that differ in the names of their parameters only. */
  readonly key: string;
  /** What a person calls it: `GET /v1/Channels/{Sid}`. */
  readonly name: string;
  readonly initiator: Initiator;
  /** The path template; empty for webhooks and callbacks, whose address is the receiver's. */
  readonly path: string;
  readonly entry: OperationEntry;
}

/** Every place of a document where an operation stands: paths, webhooks, callbacks. */
export function listPlaces(side: Side): readonly OperationPlace[] {
  const operations = listOperations(side.document).map((entry): OperationPlace => {
    return {
      key: `${entry.method} ${parsePathTemplate(entry.path).key}`,
      name: `${entry.method} ${entry.path}`,
      initiator: "client",
      path: entry.path,
      entry,
    };
  });
  const webhooks = listWebhooks(side.document).map((entry): OperationPlace => {
    const name = `${entry.method} webhook ${entry.path}`;
    return { key: name, name, initiator: "server", path: "", entry };
  });
  const owners = new Map(operations.map((place) => [place.entry.pointer, place]));
  const callbacks = listCallbacks(side.document);
  const siblings = new Map<string, number>();
  const siblingKey = (of: string, callback: string, method: string): string =>
    [of, callback, method].join("\n");
  for (const { of, callback, method } of callbacks) {
    const key = siblingKey(of, callback, method);
    siblings.set(key, (siblings.get(key) ?? 0) + 1);
  }
  const calls = callbacks.map((entry): OperationPlace => {
    const owner = owners.get(entry.of);
    // A lone expression is an address that only the server computes; several tell callbacks apart.
    const isLone = siblings.get(siblingKey(entry.of, entry.callback, entry.method)) === 1;
    const name = `${entry.method} callback ${entry.callback}${isLone ? "" : ` ${entry.path}`} of `;
    return {
      key: name + (owner?.key ?? entry.of),
      name: name + (owner?.name ?? entry.of),
      initiator: "server",
      path: "",
      entry,
    };
  });
  return [...operations, ...webhooks, ...calls];
}
