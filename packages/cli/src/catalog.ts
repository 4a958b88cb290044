import type { Contract, OperationDocumentation } from "@flex-channels/contract";

/** What commands are made of: the operations, and what the document says of them. */
export interface Catalog {
  readonly contract: Contract;
  /** By operation id. */
  readonly documentation: Readonly<Record<string, OperationDocumentation>>;
}
