import type { Operation } from "@flex-channels/contract";
import type { Validators } from "./issue.ts";

/** What can be said of an operation before it is called. */
export interface OperationPlan {
  readonly operation: Operation;
  /** The path with each parameter's style and explode in openapi-fetch's notation, e.g. `{;id*}`. */
  readonly path: string;
  /** Names of the path parameters, in the order of a method's arguments. */
  readonly pathNames: readonly string[];
  /** Every media type that the document answers with (RFC 9110 §12.5.1). */
  readonly accept: string;
  /** By parameter name. */
  readonly argumentValidators: Validators;
  /** By status; absent if bodies are not judged. */
  readonly responseValidators: Validators | undefined;
}

export function planOperation(
  operation: Operation,
  argumentValidators: Validators = {},
  responseValidators?: Validators,
): OperationPlan {
  const { parameters, responses } = operation;
  const accepted = Object.values(responses).flatMap(({ content }) => content);
  let { path } = operation;
  for (const { in: place, name, style, explode } of parameters) {
    const prefix = { label: ".", matrix: ";" }[style] ?? "";
    const modified = `{${prefix}${name}${explode ? "*" : ""}}`;
    if (place === "path") path = path.replace(`{${name}}`, () => modified);
  }
  return {
    operation,
    path,
    pathNames: parameters.filter((one) => one.in === "path").map((one) => one.name),
    accept: [...new Set(accepted)].join(", "),
    argumentValidators,
    responseValidators,
  };
}
