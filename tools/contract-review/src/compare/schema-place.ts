import type { Gap } from "../schema/gap.ts";
import type { MessageDirection } from "./direction.ts";

/** Places of messages, by direction, that are known to break or are left open. */
export type Refusals = ReadonlyMap<string, Gap["kind"]>;

/** The name of a place in them. */
export function refusedAt(direction: MessageDirection, location: string): string {
  return `${direction} ${location}`;
}

/** Where in the messages a schema applies. */
export interface SchemaPlace {
  readonly direction: MessageDirection;
  readonly part: string;
  readonly location: string;
  readonly operation: string;
  /** Places that are known to break: nothing mild is said of them. */
  readonly refused: Refusals;
}
