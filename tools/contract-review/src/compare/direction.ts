import type { Initiator } from "../message/operation.ts";

export type MessageDirection = "request" | "response";
type Which = "base" | "head";

/** Which of the two documents describes the sender of a message, and which its reader. */
export interface Roles {
  readonly producer: Which;
  readonly consumer: Which;
}

/**
 * A client built on the base meets the server of the head. What the client sends was described by
 * the base and is read by the head: base ⊆ head must hold; what the server sends, head ⊆ base. Where
 * the server begins (webhooks, callbacks) the two change places. Below this file nobody asks which
 * of two schemas is the older one.
 */
export function rolesOf(direction: MessageDirection, initiator: Initiator): Roles {
  const clientSends = (direction === "request") === (initiator === "client");
  return clientSends
    ? { producer: "base", consumer: "head" }
    : { producer: "head", consumer: "base" };
}
