import type { MessageDirection } from "./direction.ts";

/** Where in the messages a schema applies. */
export interface SchemaPlace {
  readonly direction: MessageDirection;
  readonly part: string;
  readonly location: string;
  readonly operation: string;
  /** Places that are known to break: nothing mild is said of them. */
  readonly refused: ReadonlySet<string>;
}
