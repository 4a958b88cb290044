/** The client that the examples call; its methods are named after the operations of the document. */
export const client = {
  package: "@flex-channels/client",
  create: "createFlexClient",
  variable: "flex",
} as const;
