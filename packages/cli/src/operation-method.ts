import type { FlexClientOptions, FlexError } from "@flex-channels/client";

/** What a call comes to. */
export type Result = { readonly kind: "success"; readonly data: unknown } | FlexError;

/** A method of a client; the client itself checks what it is given against the document. */
export type OperationMethod = {
  // A method's parameters are compared both ways, so that one with precise parameters fits.
  call(...given: readonly unknown[]): Promise<Result>;
}["call"];

/** Makes a client whose `safe` methods bear the names of the catalog's operations. */
export type CreateClient = (options: FlexClientOptions) => {
  readonly safe: Readonly<Record<string, OperationMethod>>;
};
