/** The eight ways in which a call can fail. */
export type FlexErrorKind =
  "http" | "connection" | "timeout" | "abort" | "parse" | "contract" | "argument" | "configuration";
