/*
 * The one seam to openapi-fetch: how the arguments of any operation become a URL and a body. A
 * document whose operations take single values in their paths and nothing else does without.
 *
 * Its response half reads a body without a bound and outside any deadline, and its headers are made
 * for objects that take longer to make than a request; both stay behind. The serializers are
 * exported one by one, touch no global at import, and the rest is shaken off.
 */
import {
  createFinalURL,
  createQuerySerializer,
  defaultBodySerializer,
  defaultPathSerializer,
} from "openapi-fetch";
import type { RequestParameter } from "@flex-channels/contract";
import { checkArgument, refuseArgument, textOf } from "./build-request.ts";
import type { OperationArguments, RequestBuilder, Values } from "./build-request.ts";
import type { Issue } from "./issue.ts";

/** For any operation. */
export const anyBuilder: RequestBuilder = {
  check: ({ parameters = [], requestBody }, given, checks) => {
    const issues: Issue[] = [];
    for (const { in: place, name, required = place === "path" } of parameters) {
      const value = given[place]?.[name];
      if (value !== undefined || required) {
        // A name that stands in several places has a check for each.
        const check = checks?.[name] ?? checks?.[`${place} ${name}`];
        checkArgument(issues, place, name, value, check);
      }
    }
    for (const place of ["query", "header", "cookie"] as const) {
      for (const name in given[place]) {
        if (!parameters.some((one) => one.in === place && one.name === name)) {
          refuseArgument(issues, [place, name]);
        }
      }
    }
    if (requestBody?.required && given.body === undefined) {
      refuseArgument(issues, ["body"], "a body");
    }
    return issues;
  },
  serialize: serializeRequest,
};

function serializeRequest(
  ...[shape, given, settings]: Parameters<RequestBuilder["serialize"]>
): ReturnType<RequestBuilder["serialize"]> {
  const { method, path, accept, parameters = [], requestBody } = shape;
  const headers: Record<string, string> = { accept, ...settings.headers };
  for (const [name, value] of defined(given.header)) headers[name.toLowerCase()] = textOf(value);
  const cookies = defined(given.cookie).map(
    ([name, value]) => `${name}=${encodeURIComponent(textOf(value))}`,
  );
  if (cookies.length > 0) headers["cookie"] = cookies.join("; ");
  const url = serializeUrl(settings.baseUrl, path, parameters, given);
  if (given.body === undefined) return { method, url, headers };
  const contentType = (headers["content-type"] ??= requestBody?.content[0] ?? "application/json");
  // Its declaration leaves out the second parameter, which decides between JSON and a form.
  const serialize = defaultBodySerializer as (body: unknown, headers: object) => string;
  const body = serialize(given.body, { "content-type": contentType });
  return { method, url, headers, body };
}

function defined(values: Values = {}): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(values).filter(([, value]) => value !== undefined);
}

/** The absolute URL of one operation (OpenAPI 3.1 §4.8.12.3 for the styles). */
function serializeUrl(
  baseUrl: string,
  template: string,
  parameters: readonly RequestParameter[],
  { path: pathValues, query = {} }: OperationArguments,
): string {
  let path = template;
  for (const { in: place, name, style = "simple", explode = false } of parameters) {
    // In openapi-fetch's notation, e.g. `{;id*}`.
    const prefix = { label: ".", matrix: ";" }[style] ?? "";
    const modified = `{${prefix}${name}${explode ? "*" : ""}}`;
    if (place === "path") path = path.replace(`{${name}}`, () => modified);
  }
  return createFinalURL(path, {
    baseUrl,
    params: { path: pathValues, query },
    pathSerializer: defaultPathSerializer,
    querySerializer: () =>
      parameters
        .filter(({ in: place, name }) => place === "query" && query[name] !== undefined)
        .map(({ name, style = "form", explode = style === "form" }) => {
          const as = { style: style as "form", explode };
          return createQuerySerializer({ array: as, object: as })({ [name]: query[name] });
        })
        .join("&"),
  });
}
