/*
 * The one seam to openapi-fetch: how an operation's arguments become a URL, headers and a body.
 *
 * Its response half reads a body without a bound and outside any deadline, so that half stays
 * behind; the serializers are exported one by one and the rest is shaken off. They touch no global
 * at import.
 */
import {
  createFinalURL,
  createQuerySerializer,
  defaultBodySerializer,
  defaultPathSerializer,
  mergeHeaders,
} from "openapi-fetch";
import type { Parameter } from "@flex-channels/contract";
import type { HeadersInput } from "./web.ts";

/** Values by parameter name, as an application gave them. */
export type Values = Readonly<Record<string, unknown>>;

/** The absolute URL of one operation (OpenAPI 3.1 §4.8.12.3 for the styles). */
export function serializeUrl(
  baseUrl: string,
  path: string,
  parameters: readonly Parameter[],
  values: { readonly path: Values; readonly query: Values },
): string {
  return createFinalURL(path, {
    baseUrl,
    params: values,
    pathSerializer: defaultPathSerializer,
    querySerializer: (query: Values) =>
      parameters
        .filter((parameter) => parameter.in === "query" && query[parameter.name] !== undefined)
        .map(({ name, style, explode }) => {
          const as = { style: style as "form", explode };
          return createQuerySerializer({ array: as, object: as })({ [name]: query[name] });
        })
        .join("&"),
  });
}

/** One record of headers in lower case; later ones win. */
export function joinHeaders(...all: readonly (HeadersInput | undefined)[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (const [name, value] of mergeHeaders(...(all as Record<string, string>[])))
    record[name] = value;
  return record;
}

/** The body as sent: JSON, or a form where `contentType` says so. */
export function serializeBody(body: unknown, contentType: string): string {
  // Its declaration leaves out the second parameter, which decides between JSON and a form.
  const serialize = defaultBodySerializer as (body: unknown, headers: object) => string;
  return serialize(body, { "content-type": contentType });
}
