import type { Parameter } from "@flex-channels/contract";
import { describeValue } from "./describe-value.ts";
import { isHeaderValue } from "./headers.ts";
import type { HeaderRecord } from "./headers.ts";
import type { Issue, Validators } from "./issue.ts";
import { serializeBody, serializeUrl } from "./openapi-fetch.ts";
import type { Values } from "./openapi-fetch.ts";
import type { OperationPlan } from "./plan-operation.ts";

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

/** Judges every argument by the document; empty means that a request can be built. */
export function checkArguments(
  { operation, argumentValidators }: OperationPlan,
  given: OperationArguments,
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const parameter of operation.parameters) {
    checkArgument(parameter, given[parameter.in]?.[parameter.name], argumentValidators, issues);
  }
  for (const place of ["query", "header", "cookie"] as const) {
    for (const name in given[place]) {
      if (!operation.parameters.some((one) => one.in === place && one.name === name)) {
        issues.push(issue([place, name], "a parameter of the document", given[place][name]));
      }
    }
  }
  if (operation.requestBody?.required && given.body === undefined) {
    issues.push(issue(["body"], "a body", undefined));
  }
  return issues;
}

/** The document's judgement, and beyond it what would reach another path or end a header. */
function checkArgument(
  { in: place, name, required }: Parameter,
  value: unknown,
  validators: Validators,
  issues: Issue[],
): void {
  if (value === undefined && !required) return;
  const found = validators[name]?.(value) ?? [];
  for (const one of found) issues.push({ ...one, path: [name, ...one.path] });
  if (found.length > 0) return;
  for (const one of Array.isArray(value) ? value : [value]) {
    const text = textOf(one);
    const safe =
      one !== undefined &&
      (place === "header"
        ? isHeaderValue(text)
        : // A URL takes dot segments out (URL §4.4); half a surrogate pair has no UTF-8.
          text.isWellFormed() && (place !== "path" || !/^\.{0,2}$/.test(text)));
    if (!safe) issues.push(issue([name], "a value that stays in its place", value));
  }
}

function issue(path: Issue["path"], expected: string, value: unknown): Issue {
  return { path, keyword: "parameters", expected, received: describeValue(value) };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Serializes arguments that were checked. */
export function buildRequest(
  { operation, accept, path }: OperationPlan,
  given: OperationArguments,
  settings: { readonly baseUrl: string; readonly headers: HeaderRecord },
): PreparedRequest {
  const { method, parameters, requestBody } = operation;
  const headers: Record<string, string> = { accept, ...settings.headers };
  for (const [name, value] of defined(given.header)) headers[name.toLowerCase()] = textOf(value);
  const cookies = defined(given.cookie).map(
    ([name, value]) => `${name}=${encodeURIComponent(textOf(value))}`,
  );
  if (cookies.length > 0) headers["cookie"] = cookies.join("; ");
  const request = { method, url: serializeUrl(settings.baseUrl, path, parameters, given), headers };
  if (given.body === undefined) return request;
  const contentType = (headers["content-type"] ??= requestBody?.content[0] ?? "application/json");
  return { ...request, body: serializeBody(given.body, contentType) };
}

function defined(values: Values = {}): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(values).filter(([, value]) => value !== undefined);
}
