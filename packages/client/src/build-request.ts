import type { RequestParameter, RequestShape } from "@flex-channels/contract";
import { describeValue } from "./describe-value.ts";
import { isHeaderValue } from "./headers.ts";
import type { HeaderRecord } from "./headers.ts";
import type { Check, CheckTable, Issue } from "./issue.ts";

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

/** How arguments become a request: judged first, then serialized. */
export interface RequestBuilder {
  /** Judges every argument by the document; empty means that a request can be built. */
  readonly check: (
    shape: RequestShape,
    given: OperationArguments,
    checks: CheckTable[string] | undefined,
  ) => readonly Issue[];
  readonly serialize: (
    shape: RequestShape,
    given: OperationArguments,
    settings: { readonly baseUrl: string; readonly headers: HeaderRecord },
  ) => PreparedRequest;
}

const otherPlaces = ["query", "header", "cookie", "body"] as const;

/** For operations whose arguments are single values in the path (OpenAPI 3.1 §4.8.12.3). */
export const pathBuilder: RequestBuilder = {
  check: ({ parameters = [] }, given, checks) => {
    const issues: Issue[] = [];
    for (const { name } of parameters) {
      checkArgument(issues, "path", name, given.path[name], checks?.[name]);
    }
    for (const place of otherPlaces) {
      for (const name in given[place] as Values) refuseArgument(issues, [place, name]);
    }
    return issues;
  },
  serialize: ({ method, path, accept, parameters = [] }, given, { baseUrl, headers }) => {
    let url = baseUrl + path;
    for (const { name } of parameters) {
      url = url.replace(`{${name}}`, encodeURIComponent(given.path[name] as string));
    }
    return { method, url, headers: { accept, ...headers } };
  },
};

/** The document's judgement, and beyond it what would reach another path or end a header. */
export function checkArgument(
  issues: Issue[],
  place: RequestParameter["in"],
  name: string,
  value: unknown,
  check: Check | undefined,
): void {
  const found = check?.(value) ?? [];
  for (const one of found) issues.push({ ...one, path: [name, ...one.path] });
  if (found.length > 0) return;
  for (const one of Array.isArray(value) ? value : [value]) {
    const text = textOf(one);
    const stays =
      one !== undefined &&
      (place === "header"
        ? isHeaderValue(text)
        : // A URL takes dot segments out (URL §4.4); half a surrogate pair has no UTF-8.
          text.isWellFormed() && (place !== "path" || !/^\.{0,2}$/.test(text)));
    if (!stays) refuseArgument(issues, [name], "a value that stays in its place", value);
  }
}

/** Notes an argument that the document has no place for, or that is wrong in its place. */
export function refuseArgument(
  issues: Issue[],
  path: Issue["path"],
  expected = "a parameter of the document",
  value?: unknown,
): void {
  issues.push({ path, keyword: "parameters", expected, received: describeValue(value) });
}

/** A value as a text: itself, or as JSON. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
