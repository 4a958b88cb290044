import { isJsonArray, isJsonObject, type JsonObject } from "../../json/json-value.ts";
import { and, atom, or, type Atom, type Formula } from "./formula.ts";
import { absent, present } from "./presence.ts";
import type { ToLiteral } from "./to-literal.ts";
import { sizes } from "./lower-scalar.ts";

/** The object keywords but `dependentSchemas` and `unevaluatedProperties`. */
export function lowerObject(to: ToLiteral, keywords: JsonObject): Formula {
  const parts: Atom[] = [...sizes(keywords, "minProperties", "maxProperties")];
  const properties = members(keywords["properties"]);
  const patterns = members(keywords["patternProperties"]);
  for (const [name, position] of properties) {
    parts.push({ kind: "every-property", names: { kind: "one", name }, literal: to(position) });
  }
  for (const [source, position] of patterns) {
    parts.push({
      kind: "every-property",
      names: { kind: "pattern", source },
      literal: to(position),
    });
  }
  if (keywords["additionalProperties"] !== undefined) {
    parts.push({
      kind: "every-property",
      names: {
        kind: "rest",
        names: new Set(properties.map(([name]) => name)),
        patterns: patterns.map(([source]) => source),
      },
      literal: to(keywords["additionalProperties"]),
    });
  }
  if (keywords["propertyNames"] !== undefined) {
    const name = to(keywords["propertyNames"]);
    parts.push({ kind: "every-property", names: { kind: "schema", literal: -name }, literal: -1 });
  }
  const telling = parts.filter((part) => part.kind !== "every-property" || part.literal !== 1);
  return and([...telling.map(atom), ...required(keywords), ...dependentRequired(keywords)]);
}

function required(keywords: JsonObject): readonly Formula[] {
  return strings(keywords["required"]).map(present);
}

function dependentRequired(keywords: JsonObject): readonly Formula[] {
  return members(keywords["dependentRequired"]).map(([name, needed]) =>
    or([absent(name), and(strings(needed).map(present))], "dependentRequired"),
  );
}

function members(value: JsonObject[string] | undefined): readonly [string, JsonObject[string]][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function strings(value: JsonObject[string] | undefined): readonly string[] {
  if (!isJsonArray(value)) return [];
  return [...new Set(value.filter((item) => typeof item === "string"))];
}
