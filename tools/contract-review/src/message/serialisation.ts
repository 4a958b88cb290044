import type { JsonObject } from "../json/json-value.ts";

export type ParameterPlace = "path" | "query" | "header" | "cookie" | "querystring";

export function isParameterPlace(value: unknown): value is ParameterPlace {
  return typeof value === "string" && Object.hasOwn(DEFAULT_STYLE, value);
}

const DEFAULT_STYLE: Readonly<Record<ParameterPlace, string>> = {
  path: "simple",
  query: "form",
  header: "simple",
  cookie: "form",
  querystring: "content",
};

/** How a parameter puts its value on the wire, with the defaults written out (OpenAPI 3.1 §4.8.12). */
export interface Serialisation {
  readonly style: string;
  readonly explode: boolean;
}

export function serialisationOf(place: ParameterPlace, parameter: JsonObject): Serialisation {
  const content = parameter["content"];
  if (typeof content === "object" && content !== null && !Array.isArray(content)) {
    return { style: `content ${Object.keys(content)[0] ?? ""}`, explode: false };
  }
  const style = parameter["style"];
  const written = typeof style === "string" ? style : DEFAULT_STYLE[place];
  const explode = parameter["explode"];
  return {
    style: written,
    explode: typeof explode === "boolean" ? explode : written === "form" || written === "cookie",
  };
}

type Shape = "primitive" | "array" | "object";

/**
 * What tells two serialisations of one shape of value apart (OpenAPI 3.1 §4.8.12.2.1, the table of
 * style examples): two parameters with equal signatures write the same characters.
 */
export function signature({ style, explode }: Serialisation, shape: Shape): string {
  if (style.startsWith("content ")) return style;
  const exploded = explode ? `${style}, exploded` : style;
  switch (shape) {
    case "primitive":
      return style === "matrix" || style === "label" || style === "simple" ? style : "form";
    case "array":
      if (style === "simple") return style;
      if (explode && (style === "spaceDelimited" || style === "pipeDelimited")) {
        return "form, exploded";
      }
      return exploded;
    case "object":
      return exploded;
  }
}

/** The shapes that a parameter's schema admits, as far as its `type` and its keywords tell. */
export function shapesOf(types: ReadonlySet<string> | undefined): readonly Shape[] {
  if (types === undefined) return ["primitive", "array", "object"];
  const shapes: Shape[] = [];
  if ([...types].some((type) => type !== "array" && type !== "object")) shapes.push("primitive");
  if (types.has("array")) shapes.push("array");
  if (types.has("object")) shapes.push("object");
  return shapes;
}
