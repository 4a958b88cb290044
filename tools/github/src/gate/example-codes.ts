import type { AdjustableCode } from "@flex-channels/document";

/** What the document's reader says of values that stand in the document. */
export const exampleCodes: ReadonlySet<string> = new Set<AdjustableCode>([
  "example-mismatch",
  "default-mismatch",
  "example-unchecked",
]);
