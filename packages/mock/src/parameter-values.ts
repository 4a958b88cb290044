import type { Parameter, ParameterSchema } from "@flex-channels/contract";
import { parseCookies } from "./authenticate.ts";

/** Where a request carries the values of its parameters. */
export interface ParameterSource {
  readonly path: Readonly<Record<string, string>>;
  readonly url: URL;
  readonly headers: Headers;
}

/** The value of a parameter as JSON, or `undefined` where the request does not carry it. */
export function parameterValue(parameter: Parameter, source: ParameterSource): unknown {
  const type = jsonType(parameter.schema);
  if (type === "object") return objectValue(parameter, source);
  const texts = serialised(parameter, source);
  if (texts.length === 0) return undefined;
  if (type !== "array") return primitive(texts.join(","), parameter.schema);
  const items = texts.flatMap((text) => (text === "" ? [] : text.split(separator(parameter))));
  return items.map((item) => primitive(item, parameter.schema.items ?? {}));
}

function serialised(parameter: Parameter, source: ParameterSource): readonly string[] {
  const { name } = parameter;
  switch (parameter.in) {
    case "path": {
      const text = source.path[name];
      return text === undefined ? [] : [withoutPathPrefix(parameter, text)];
    }
    case "query":
      return source.url.searchParams.getAll(name);
    case "header": {
      const text = source.headers.get(name);
      return text === null ? [] : [text];
    }
    case "cookie": {
      const text = parseCookies(source.headers.get("cookie"))[name];
      return text === undefined ? [] : [decodeText(text)];
    }
    default:
      return parameter.in satisfies never;
  }
}

/** A text that is no percent-encoding stands for itself. */
function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Label and matrix expansion (RFC 6570 §3.2.5, §3.2.7). */
function withoutPathPrefix({ name, style, explode, schema }: Parameter, text: string): string {
  if (style === "label") return text.replace(/^\./, "");
  if (style !== "matrix") return text;
  const items = text.split(`;${name}=`).slice(1);
  return explode && jsonType(schema) === "array" ? items.join(",") : (items[0] ?? "");
}

/** What stands between the items of an array (OpenAPI 3.1 §4.8.12.3). */
function separator({ style, explode }: Parameter): RegExp | string {
  if (style === "spaceDelimited") return " ";
  if (style === "pipeDelimited") return "|";
  if (style === "label" && explode) return ".";
  // An exploded form array repeats its name, so a comma belongs to the item.
  if (style === "form" && explode) return /(?!)/;
  return /, */;
}

/** An operation table says no more of an object than that it is one: its presence is what counts. */
function objectValue(parameter: Parameter, source: ParameterSource): unknown {
  if (parameter.in === "query" && parameter.style === "deepObject") {
    const prefix = `${parameter.name}[`;
    const entries = [...source.url.searchParams].filter(([key]) => key.startsWith(prefix));
    if (entries.length === 0) return undefined;
    return Object.fromEntries(
      entries.map(([key, text]) => [key.slice(prefix.length).replace(/\]$/, ""), text]),
    );
  }
  // The exploded form scatters its properties over the query, where they belong to nobody.
  if (parameter.style === "form" && parameter.explode) return {};
  const text = serialised(parameter, source).join(",");
  return text === "" ? undefined : { text };
}

function primitive(text: string, schema: ParameterSchema): unknown {
  const types = typesOf(schema);
  if (types.includes("integer") || types.includes("number")) {
    if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?$/.test(text)) return Number(text);
  }
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.includes("null") && text === "" && !types.includes("string")) return null;
  return text;
}

function jsonType(schema: ParameterSchema): string | undefined {
  return typesOf(schema).find((type) => type !== "null");
}

function typesOf({ type }: ParameterSchema): readonly string[] {
  return typeof type === "string" ? [type] : (type ?? []);
}
