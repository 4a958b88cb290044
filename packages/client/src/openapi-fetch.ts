/*
 * The one seam to openapi-fetch: how an operation's arguments become a URL and a body.
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
import type { Parameter } from "@flex-channels/contract";

/** Values by parameter name, as an application gave them. */
export type Values = Readonly<Record<string, unknown>>;

/** The absolute URL of one operation (OpenAPI 3.1 §4.8.12.3 for the styles). */
export function serializeUrl(
  baseUrl: string,
  path: string,
  parameters: readonly Parameter[],
  { path: pathValues, query = {} }: { readonly path: Values; readonly query?: Values | undefined },
): string {
  return createFinalURL(path, {
    baseUrl,
    params: { path: pathValues, query },
    pathSerializer: defaultPathSerializer,
    querySerializer: () =>
      parameters
        .filter(({ in: place, name }) => place === "query" && query[name] !== undefined)
        .map(({ name, style, explode }) => {
          const as = { style: style as "form", explode };
          return createQuerySerializer({ array: as, object: as })({ [name]: query[name] });
        })
        .join("&"),
  });
}

/** The body as sent: JSON, or a form where the media type says so. */
export function serializeBody(body: unknown, contentType: string): string {
  // Its declaration leaves out the second parameter, which decides between JSON and a form.
  const serialize = defaultBodySerializer as (body: unknown, headers: object) => string;
  return serialize(body, { "content-type": contentType });
}
