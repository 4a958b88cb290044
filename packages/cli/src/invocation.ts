import type { FlexClientOptions } from "@flex-channels/client";

/** Where the values of the last path parameter come from; each is a call of its own. */
export type Inputs =
  | { readonly kind: "given"; readonly values: readonly string[] }
  | { readonly kind: "stdin" }
  /** The path has no parameter: one call. */
  | { readonly kind: "none" };

export type OutputFormat = "json" | "ndjson" | "table";

/** One command line, understood. */
export interface Invocation {
  readonly operationId: string;
  /** Path parameters before the last. */
  readonly leading: readonly string[];
  readonly inputs: Inputs;
  readonly parameters: OperationParameters;
  readonly body: Body;
  /** Absent: as the terminal and the number of inputs suggest. */
  readonly output?: OutputFormat;
  readonly errors: "json" | "text";
  readonly order: "completion" | "input";
  readonly concurrency: number;
  readonly progress: boolean;
  readonly client: FlexClientOptions;
}

export type Values = Readonly<Record<string, unknown>>;

/** The parameters beside the path, as a client's method takes them. */
export interface OperationParameters {
  readonly query?: Values;
  readonly header?: Values;
  readonly cookie?: Values;
}

/** Where a request body comes from, not read yet. */
export type Body =
  | { readonly kind: "none" }
  | { readonly kind: "text"; readonly text: string; readonly isJson: boolean }
  | { readonly kind: "file"; readonly file: string; readonly isJson: boolean }
  | { readonly kind: "stdin"; readonly isJson: boolean };
