import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";
import {
  and,
  atom,
  literal,
  no,
  or,
  yes,
  type Formula,
  type Literal,
  type TypeName,
} from "./formula.ts";
import { lowerArray } from "./lower-array.ts";
import { lowerObject } from "./lower-object.ts";
import { lowerNumber, lowerString } from "./lower-scalar.ts";
import { absent } from "./presence.ts";
import type { ToLiteral } from "./to-literal.ts";
import { valuesOf } from "./values.ts";

/** Everything but `unevaluatedProperties` and `unevaluatedItems`. */
export function lowerKeywords(to: ToLiteral, keywords: JsonObject, type: TypeName): Formula {
  return and([ownKeywords(to, keywords, type), ...applied(to, keywords, type)]);
}

/** The keywords that do not apply other schemas in place. */
function ownKeywords(to: ToLiteral, keywords: JsonObject, type: TypeName): Formula {
  if (!hasType(keywords["type"], type)) return no;
  return and([
    integer(keywords["type"], type),
    ...valuesOf(keywords, type),
    own(to, keywords, type),
  ]);
}

function own(to: ToLiteral, keywords: JsonObject, type: TypeName): Formula {
  switch (type) {
    case "number":
      return lowerNumber(keywords);
    case "string":
      return lowerString(keywords);
    case "array":
      return lowerArray(to, keywords);
    case "object":
      return lowerObject(to, keywords);
    case "null":
    case "boolean":
      return yes;
  }
}

function hasType(types: JsonValue | undefined, type: TypeName): boolean {
  if (types === undefined) return true;
  const names = isJsonArray(types) ? types : [types];
  return names.includes(type) || (type === "number" && names.includes("integer"));
}

function integer(types: JsonValue | undefined, type: TypeName): Formula {
  const names = isJsonArray(types) ? types : [types];
  const only = type === "number" && names.includes("integer") && !names.includes("number");
  return only ? atom({ kind: "multiple", of: 1, negated: false }) : yes;
}

function applied(to: ToLiteral, keywords: JsonObject, type: TypeName): readonly Formula[] {
  const all = (keyword: string): readonly Literal[] => {
    const list = keywords[keyword];
    return isJsonArray(list) ? list.map(to) : [];
  };
  const parts: Formula[] = all("allOf").map(literal);
  if (keywords["$ref"] !== undefined) parts.push(literal(to(keywords)));
  if (keywords["anyOf"] !== undefined) parts.push(or(all("anyOf").map(literal), "anyOf"));
  if (keywords["oneOf"] !== undefined) parts.push(oneOf(all("oneOf")));
  if (keywords["not"] !== undefined) parts.push(literal(-to(keywords["not"])));
  if (keywords["if"] !== undefined) parts.push(conditional(to, keywords));
  if (type === "object") parts.push(dependentSchemas(to, keywords));
  return parts;
}

/** Exactly one: the others are refused (Core §10.2.1.3). */
function oneOf(branches: readonly Literal[]): Formula {
  const exactly = branches.map((branch, index) =>
    and(branches.map((other, at) => literal(at === index ? branch : -other))),
  );
  return or(exactly, "oneOf");
}

function conditional(to: ToLiteral, keywords: JsonObject): Formula {
  const condition = to(keywords["if"]);
  const outcome = (keyword: "then" | "else"): Formula =>
    keywords[keyword] === undefined ? yes : literal(to(keywords[keyword]));
  return or(
    [and([literal(condition), outcome("then")]), and([literal(-condition), outcome("else")])],
    "if",
  );
}

function dependentSchemas(to: ToLiteral, keywords: JsonObject): Formula {
  const map = keywords["dependentSchemas"];
  if (!isJsonObject(map)) return yes;
  return and(
    Object.keys(map).map((name) => or([absent(name), literal(to(map[name]))], "dependentSchemas")),
  );
}
