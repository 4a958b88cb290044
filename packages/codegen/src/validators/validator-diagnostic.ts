/** What a schema asks for and a generated validator does not judge, or judges in a stated way. */
export interface ValidatorDiagnostic {
  readonly code: ValidatorDiagnosticCode;
  readonly severity: "error" | "warning";
  /** JSON Pointer (RFC 6901) of the keyword or schema in the document. */
  readonly pointer: string;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
  readonly hint?: string;
}

export type ValidatorDiagnosticCode =
  | "validator-reference"
  | "validator-endless-schema"
  | "validator-schema-kind"
  | "validator-keyword-value"
  | "validator-keyword-unknown"
  | "validator-keyword-unsupported"
  | "validator-pattern-invalid"
  | "validator-pattern-without-unicode"
  | "validator-format-unknown"
  | "validator-nullable-widened";
