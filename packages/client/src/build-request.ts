import type { Operation, Parameter } from "@flex-channels/contract";
import { describeValue } from "./describe-value.ts";
import type { Issue, Validator, Validators } from "./issue.ts";
import { joinHeaders, serializeBody, serializeUrl } from "./openapi-fetch.ts";
import type { Values } from "./openapi-fetch.ts";
import type { CallSettings } from "./settings.ts";

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
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Checks every argument against the document, then serializes them.
 *
 * @returns the request, or what is wrong with the arguments
 */
export function buildRequest(
  operation: Operation,
  given: OperationArguments,
  settings: CallSettings,
  validators: Validators,
): PreparedRequest | { readonly issues: readonly Issue[] } {
  const issues = operation.parameters.flatMap((parameter) =>
    issuesOf(parameter, given[parameter.in]?.[parameter.name], validators[parameter.name]),
  );
  for (const place of ["query", "header", "cookie"] as const) {
    for (const name of Object.keys(given[place] ?? {})) {
      if (!operation.parameters.some((one) => one.in === place && one.name === name)) {
        issues.push({
          path: [place, name],
          keyword: "unknown",
          expected: "a parameter of the document",
          received: describeValue(given[place]?.[name]),
        });
      }
    }
  }
  const { requestBody } = operation;
  if (requestBody?.required && given.body === undefined) {
    issues.push({ path: ["body"], keyword: "required", expected: "a body", received: "undefined" });
  }
  if (issues.length > 0) return { issues };

  const extra: Record<string, string> = {};
  for (const [name, value] of Object.entries(given.header ?? {})) {
    if (value !== undefined) extra[name] = String(value);
  }
  const accept = Object.values(operation.responses).flatMap((response) => response.content);
  const base = { accept: [...new Set(accept)].join(", "), ...settings.headers };
  const cookies = Object.entries(given.cookie ?? {}).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
  );
  if (cookies.length > 0) extra["cookie"] = cookies.join("; ");
  const request = {
    method: operation.method,
    url: serializeUrl(settings.baseUrl, operation.path, operation.parameters, {
      path: given.path,
      query: given.query ?? {},
    }),
  };
  if (requestBody === undefined || given.body === undefined) {
    return { ...request, headers: joinHeaders(base, extra) };
  }
  const contentType = requestBody.content[0] ?? "application/json";
  return {
    ...request,
    headers: joinHeaders({ "content-type": contentType }, base, extra),
    body: serializeBody(given.body, contentType),
  };
}

/** The document's judgement, and beyond it what would reach another path or end a header. */
function issuesOf(
  parameter: Parameter,
  value: unknown,
  validate: Validator | undefined,
): readonly Issue[] {
  if (value === undefined && !parameter.required) return [];
  const issues = validate?.(value) ?? [];
  if (issues.length > 0) {
    return issues.map((issue) =>
      Object.assign({}, issue, { path: [parameter.name, ...issue.path] }),
    );
  }
  const safe = [value].flat(1).every((one) => {
    const text = typeof one === "object" ? JSON.stringify(one) : String(one);
    if (parameter.in === "header") return /^[\t\x20-\x7E\x80-\xFF]*$/.test(text);
    // A URL takes dot segments out (URL §4.4); half a surrogate pair has no UTF-8.
    return text.isWellFormed() && !(parameter.in === "path" && /^\.{0,2}$/.test(text));
  });
  const expected = "a value that stays in its place";
  return safe
    ? []
    : [{ path: [parameter.name], keyword: "safe", expected, received: describeValue(value) }];
}
