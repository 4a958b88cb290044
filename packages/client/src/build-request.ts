import type { RequestParameter, RequestShape } from "@flex-channels/contract";
import { describeValue } from "./describe-value.ts";
import { isHeaderValue } from "./headers.ts";
import type { HeaderRecord } from "./headers.ts";
import type { CheckTable, Issue } from "./issue.ts";

/** Values by parameter name, as an application gave them. */
export type Values = Readonly<Record<string, unknown>>;

/** The arguments of an operation, by where they go. */
export interface OperationArguments {
  readonly path: Values;
  readonly query?: Values | undefined;
  readonly header?: Values | undefined;
  readonly cookie?: Values | undefined;
  readonly body?: unknown;
}

/** One request, ready to be sent any number of times. */
export interface PreparedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderRecord;
  readonly body?: string;
}

/** Puts arguments that were checked into a request. */
export type SerializeRequest = (
  shape: RequestShape,
  given: OperationArguments,
  settings: { readonly baseUrl: string; readonly headers: HeaderRecord },
) => PreparedRequest;

/** Serializes arguments that are single values in the path, as most are (OpenAPI 3.1 §4.8.12.3). */
export const serializePath: SerializeRequest = (
  { method, path, accept },
  given,
  { baseUrl, headers },
) => ({
  method,
  url:
    baseUrl +
    path.replaceAll(/\{(.+?)\}/g, (_, name: string) =>
      encodeURIComponent(String(given.path[name])),
    ),
  headers: { accept, ...headers },
});

/** Judges every argument by the document; empty means that a request can be built. */
export function checkArguments(
  { parameters = [], requestBody }: RequestShape,
  given: OperationArguments,
  checks: CheckTable[string] = {},
): readonly Issue[] {
  const issues: Issue[] = [];
  const complain = (path: Issue["path"], expected: string, value: unknown): void => {
    issues.push({ path, keyword: "parameters", expected, received: describeValue(value) });
  };
  for (const { in: place, name, required = place === "path" } of parameters) {
    const value = given[place]?.[name];
    if (value === undefined && !required) continue;
    const found = checks[name]?.(value) ?? [];
    for (const one of found) issues.push({ ...one, path: [name, ...one.path] });
    // Beyond the document: what would reach another path or end a header.
    if (found.length === 0 && ![value].flat().every((one) => staysInPlace(place, one))) {
      complain([name], "a value that stays in its place", value);
    }
  }
  for (const place of ["query", "header", "cookie"] as const) {
    for (const name in given[place]) {
      if (!parameters.some((one) => one.in === place && one.name === name)) {
        complain([place, name], "a parameter of the document", given[place][name]);
      }
    }
  }
  if (requestBody?.required && given.body === undefined) complain(["body"], "a body", undefined);
  return issues;
}

function staysInPlace(place: RequestParameter["in"], value: unknown): boolean {
  const text = textOf(value);
  return (
    value !== undefined &&
    (place === "header"
      ? isHeaderValue(text)
      : // A URL takes dot segments out (URL §4.4); half a surrogate pair has no UTF-8.
        text.isWellFormed() && (place !== "path" || !/^\.{0,2}$/.test(text)))
  );
}

/** A value as a text: itself, or as JSON. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
